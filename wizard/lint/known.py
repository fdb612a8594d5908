"""What the template of a funnel knows, to be offered where the owner has left something empty.

A template speaks of its own stages only: one that was renamed is another stage, and nothing is offered for it.
"""

from __future__ import annotations

from functools import lru_cache

from wizard.catalog import parts, reader
from wizard.catalog.routes import route_of
from wizard.catalog.start import start, wording_of
from wizard.lint.kinds import outbound
from wizard.lint.reading.letters import plain
from wizard.model.diagnosis import Diagnosis
from wizard.model.edits.fields import add_field
from wizard.model.edits.losses import use_reason
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Company, Project


def original(project: Project, pipeline: Pipeline) -> Pipeline | None:
    """The funnel as its template gives it to this company."""
    if pipeline.template is None or pipeline.template not in _templates():
        return None
    return made(project, pipeline.template).pipelines[0]


def original_stage(project: Project, pipeline: Pipeline, stage: Stage) -> Stage | None:
    """The stage as the template has it."""
    funnel = original(project, pipeline)
    stages = funnel.stages if funnel else ()
    return next((s for s in stages if s.id == stage.id and plain(s.name) == plain(stage.name)), None)


def template_for(pipeline: Pipeline) -> str | None:
    """The template of a funnel, or of its goal."""
    if pipeline.template in _templates():
        return pipeline.template
    if pipeline.goal_type is None:
        return None
    fits = (t for t in reader.funnels() if t.goal_type == pipeline.goal_type)
    return next((t.id for t in fits if t.unsorted == pipeline.unsorted or not outbound(pipeline)), None)


def made(project: Project, template: str) -> Project:
    """A project of this one funnel for the same company."""
    company = project.company.changed(name="", industry=reader.industry_or_general(project.company.industry).id)
    return _made(template, company, project.diagnosis)


def with_stages(project: Project, pipeline_id: str, *, template: str) -> Project:
    """An edit: give a funnel without stages those of a template, with the fields they ask for."""
    source = made(project, template)
    funnel, pipeline = source.pipelines[0], project.pipeline(pipeline_id)
    needed = {field for stage in funnel.stages for field in stage.fields}
    needed |= {s.term.until_field for s in funnel.stages if s.term and s.term.until_field}
    for field in source.fields:
        project = add_field(project, field) if field.id in needed else project
    won = pipeline.won if pipeline.won.name else funnel.won
    entry = pipeline.entry or funnel.entry
    return project.with_pipeline(
        pipeline.changed(stages=funnel.stages, key_stage=funnel.key_stage, won=won, entry=entry)
    )


def with_questions(project: Project, pipeline_id: str) -> Project:
    """An edit: ask the template's questions too, each in a field that is not asked for already."""
    pipeline = project.pipeline(pipeline_id)
    source = made(project, pipeline.template or "")
    asked = {question.field for question in pipeline.questions} | {question.id for question in pipeline.questions}
    stages = {stage.id for stage in pipeline.stages}
    new = [q for q in source.pipelines[0].questions if not {q.id, q.field} & asked]
    for question in new:
        known = {field.id: field for field in project.fields}
        field = source.field(question.field)
        whole = parts.merged(known[field.id], field) if field.id in known else field
        rest = tuple(whole if f.id == field.id else f for f in project.fields)
        project = project.changed(fields=rest if field.id in known else (*rest, whole))
    placed = (q if q.asked_at in stages else q.changed(asked_at=None) for q in new)
    return project.with_pipeline(pipeline.changed(questions=(*pipeline.questions, *placed)))


def with_reasons(project: Project, pipeline_id: str) -> Project:
    """An edit: use the template's reasons too, each with its route."""
    wording, template = wording_of(project), reader.funnel(project.pipeline(pipeline_id).template or "")
    for loss in parts.losses(template, wording):
        reason = parts.reason(loss.reason, wording)
        if reason.field:
            project = add_field(project, parts.field(reason.field, wording=wording, questions=()))
        if reason.id not in {known.id for known in project.loss_reasons}:
            project = project.changed(loss_reasons=(*project.loss_reasons, reason))
        route = route_of(loss.route, project=project, wording=wording)
        for date in route.date_fields:
            project = add_field(project, parts.field(date, wording=wording, questions=()))
        project = use_reason(project, pipeline_id, reason=reason.id, route=route)
    return project


def _templates() -> frozenset[str | None]:
    return frozenset(template.id for template in reader.funnels())


@lru_cache(maxsize=64)
def _made(template: str, company: Company, diagnosis: Diagnosis) -> Project:
    return start((template,), company=company, diagnosis=diagnosis)
