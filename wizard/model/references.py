"""Every reference inside a project, so that none leads to nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from wizard.model.pipeline import Pipeline, Stage
from wizard.model.qualification import Question

if TYPE_CHECKING:
    from wizard.model.project import Project


class Reference(NamedTuple):
    """Where a reference stands, what kind of thing it names, the id, and the ids there are."""

    where: str
    kind: str
    wanted: str
    known: frozenset[str]


class _Known(NamedTuple):
    fields: frozenset[str]
    options: dict[str, frozenset[str]]
    reasons: frozenset[str]
    stages: dict[str, frozenset[str]]


def references(project: Project) -> Iterator[Reference]:
    """All references of a project."""
    known = _Known(
        fields=frozenset(f.id for f in project.fields),
        options={f.id: frozenset(o.id for o in f.options) for f in project.fields},
        reasons=frozenset(r.id for r in project.loss_reasons),
        stages={p.id: frozenset(s.id for s in p.stages) for p in project.pipelines},
    )
    if project.main_pipeline is not None:
        yield Reference("main_pipeline", "pipeline", project.main_pipeline, frozenset(known.stages))
    for reason in project.loss_reasons:
        if reason.field is not None:
            yield Reference(f"loss_reasons.{reason.id}", "field", reason.field, known.fields)
    for deal in project.rehearsal:
        yield Reference(f"rehearsal.{deal.id}", "pipeline", deal.pipeline, frozenset(known.stages))
        of_deal = known.stages.get(deal.pipeline, frozenset())
        yield from (Reference(f"rehearsal.{deal.id}", "stage", stage, of_deal) for stage in deal.stages())
    for pipeline in project.pipelines:
        yield from _of_pipeline(pipeline, known)
    for move in project.moves:
        yield Reference("moves", "pipeline", move.pipeline, frozenset(known.stages))
        if move.stage is not None:
            yield Reference("moves", "stage", move.stage, known.stages.get(move.pipeline, frozenset()))


def _of_pipeline(pipeline: Pipeline, known: _Known) -> Iterator[Reference]:
    at = f"pipelines.{pipeline.id}"
    if pipeline.key_stage is not None:
        yield Reference(f"{at}.key_stage", "stage", pipeline.key_stage, known.stages[pipeline.id])
    for stage in pipeline.stages:
        yield from _of_stage(stage, f"{at}.stages.{stage.id}", known)
    for question in pipeline.questions:
        yield from _of_question(question, f"{at}.questions.{question.id}", known, known.stages[pipeline.id])
    for use in pipeline.losses:
        yield Reference(f"{at}.losses", "reason", use.reason, known.reasons)
    yield from _of_routes(pipeline, f"{at}.routes", known)


def _of_stage(stage: Stage, at: str, known: _Known) -> Iterator[Reference]:
    for field in stage.fields:
        yield Reference(at, "field", field, known.fields)
    if stage.term and stage.term.until_field:
        yield Reference(at, "field", stage.term.until_field, known.fields)


def _of_question(question: Question, at: str, known: _Known, stages: frozenset[str]) -> Iterator[Reference]:
    yield Reference(at, "field", question.field, known.fields)
    if question.asked_at is not None:
        yield Reference(at, "stage", question.asked_at, stages)
    for answer in question.answers:
        yield Reference(at, "option", answer.option, known.options.get(question.field, frozenset()))


def _of_routes(pipeline: Pipeline, at: str, known: _Known) -> Iterator[Reference]:
    for route in pipeline.routes():
        for field in route.date_fields:
            yield Reference(at, "field", field, known.fields)
        if route.to is None:
            continue
        yield Reference(at, "pipeline", route.to.pipeline, frozenset(known.stages))
        if route.to.stage is not None:
            yield Reference(at, "stage", route.to.stage, known.stages.get(route.to.pipeline, frozenset()))
