"""Gives a funnel with too few stages back those of its template it lacks, each in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.known import made, template_for
from wizard.lint.names import is_payment
from wizard.lint.reading.letters import plain
from wizard.lint.rule import Fix
from wizard.lint.similar import key
from wizard.model.edits.fields import add_field
from wizard.model.edits.ids import fresh
from wizard.model.pipeline import Basis, Pipeline, Stage
from wizard.model.project import Project


def completed(project: Project, pipeline: Pipeline, *, most: int) -> Fix | None:
    """Add what is missing, if every stage there is has its place in the template: an own one could stand anywhere."""
    template = template_for(pipeline)
    if template is None:
        return None
    source = made(project, template).pipelines[0]
    places = _places(pipeline, source)
    missing = _missing(pipeline, source) if places else ()
    if not missing or len(pipeline.stages) + len(missing) > most:
        return None
    edit = partial(_completed, pipeline_id=pipeline.id, template=template)
    return Fix(edit, (("names", ", ".join(stage.name for stage in missing)),), variant="add")


def _places(pipeline: Pipeline, source: Pipeline) -> dict[str, str] | None:
    """Which stage of the template each stage is, by id or by name; None if one is none or the order is another."""
    found: dict[str, str] = {}
    for stage in pipeline.stages:
        same = next((s for s in source.stages if plain(s.name) == plain(stage.name)), None)
        same = same or next((s for s in source.stages if s.id == stage.id), None)
        if same is None or same.id in found.values():
            return None
        found[stage.id] = same.id
    order = [source.index(known) for known in found.values()]
    return found if order == sorted(order) else None


def _missing(pipeline: Pipeline, source: Pipeline) -> tuple[Stage, ...]:
    """The template's stages that are not there; won has its own place, and money is got once."""
    have = set((_places(pipeline, source) or {}).values())
    won = pipeline.won.name
    paid = is_payment(won) or any(is_payment(stage.name) for stage in pipeline.stages)
    lacking = (stage for stage in source.stages if stage.id not in have)
    return tuple(s for s in lacking if key(s.name) != key(won) and not (paid and is_payment(s.name)))


def _completed(project: Project, *, pipeline_id: str, template: str) -> Project:
    pipeline, whole = project.pipeline(pipeline_id), made(project, template)
    source = whole.pipelines[0]
    missing = _missing(pipeline, source)
    needed = {field for stage in missing for field in stage.fields}
    needed |= {s.term.until_field for s in missing if s.term and s.term.until_field}
    for field in whole.fields:
        project = add_field(project, field) if field.id in needed else project
    stages = tuple(_in_place(pipeline, source, missing))
    return project.with_pipeline(pipeline.changed(stages=stages))


def _in_place(pipeline: Pipeline, source: Pipeline, missing: tuple[Stage, ...]) -> Iterator[Stage]:
    """The stages in the template's order. Shares that were of a longer way are the template's again; facts stay."""
    own = {known: pipeline.stage(stage) for stage, known in (_places(pipeline, source) or {}).items()}
    added = {stage.id for stage in missing}
    taken = {stage.id for stage in pipeline.stages}
    counted = False
    for place, stage in enumerate(source.stages):
        after = source.stages[place + 1].id if place + 1 < len(source.stages) else ""
        if stage.id in added:
            new = stage.changed(id=fresh(stage.id, taken))
            taken.add(new.id)
            # A share the owner counted holds for the whole way: its parts nobody knows.
            yield new.changed(conversion=None) if counted else new
        elif stage.id in own:
            kept = own[stage.id]
            counted = kept.conversion is not None and kept.conversion.basis is Basis.FACT
            split = after in added and kept.conversion is not None and not counted
            yield kept.changed(conversion=stage.conversion) if split else kept
