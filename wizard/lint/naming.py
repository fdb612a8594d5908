"""The name the catalogue has for a thing it knows by its id, offered where the owner's is missing or will not do."""

from __future__ import annotations

from functools import partial

from wizard.catalog import parts, reader
from wizard.catalog.start import wording_of
from wizard.lint import paths
from wizard.lint.cures import LONGEST
from wizard.lint.known import made, template_for
from wizard.lint.reading.letters import plain
from wizard.lint.rule import Edit, Fix
from wizard.model.edits.fields import change_field
from wizard.model.edits.losses import change_reason
from wizard.model.edits.pipelines import change_pipeline, change_won
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project


def as_usual(project: Project, path: str, *, longest: int | None = None) -> Fix | None:
    """Name it as the catalogue does, if nothing beside it has that name."""
    found = _in_pipeline(project, path) if path.startswith("pipelines/") else _in_lists(project, path)
    if found is None:
        return None
    name, edit, others = found
    if not name or (longest and len(name) > longest) or plain(name) in map(plain, others):
        return None
    return Fix(edit, (("becomes", name),))


def shorter(project: Project, path: str) -> Fix | None:
    """The catalogue's name where the owner's is too long for the board."""
    return as_usual(project, path, longest=LONGEST)


_Found = tuple[str, Edit, tuple[str, ...]]


def _in_pipeline(project: Project, path: str) -> _Found | None:
    pipeline = project.pipeline(paths.pipeline_of(path) or "")
    template = template_for(pipeline)
    if template is None:
        return None
    usual, stages = made(project, template).pipelines[0], tuple(stage.name for stage in pipeline.stages)
    if stage := paths.stage_of(path):
        name = next((s.name for s in usual.stages if s.id == stage), "")
        edit = partial(change_stage, at=StageRef(pipeline.id, stage), name=name)
        return name, edit, (*stages, pipeline.won.name)
    return _of_whole(project, pipeline, usual, path)


def _of_whole(project: Project, pipeline: Pipeline, usual: Pipeline, path: str) -> _Found | None:
    if path == paths.pipeline(pipeline.id, "won"):
        edit = partial(change_won, pipeline_id=pipeline.id, name=usual.won.name)
        return usual.won.name, edit, tuple(stage.name for stage in pipeline.stages)
    if path == paths.pipeline(pipeline.id, "name"):
        edit = partial(change_pipeline, pipeline_id=pipeline.id, name=usual.name)
        return usual.name, edit, tuple(other.name for other in project.pipelines)
    return None


def _in_lists(project: Project, path: str) -> _Found | None:
    wording = wording_of(project)
    for field in project.fields:
        source = next((f for f in reader.fields() if f.id == field.id), None)
        if source and path == paths.field(field.id, "name"):
            name = parts.field(field.id, wording=wording, questions=()).name
            return name, partial(change_field, field_id=field.id, name=name), tuple(f.name for f in project.fields)
    known = {r.id for r in reader.reasons()} | {r.id for r in wording.industry.loss_reasons}
    for reason in project.loss_reasons:
        if reason.id in known and path == paths.reason(reason.id, "name"):
            name = parts.reason(reason.id, wording).name
            others = tuple(r.name for r in project.loss_reasons if r.field == reason.field)
            return name, partial(change_reason, reason_id=reason.id, name=name), others
    return None
