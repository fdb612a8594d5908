"""Fixes several rules share: give a stage a better name, or take it away."""

from __future__ import annotations

from functools import partial

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.names import is_payment, is_system, plain, reading
from wizard.lint.order import misplaced
from wizard.lint.rule import Fix
from wizard.model.edits.stages import StageRef, change_stage, delete_stage
from wizard.model.pipeline import Pipeline, Stage, WonKind


def better_named(pipeline: Pipeline, stage: Stage, names: tuple[str, ...]) -> Fix | None:
    """The first of the names that fits; when all are taken, a stage that adds nothing goes."""
    fits = next((fix for fix in (renamed(pipeline, stage, name) for name in names) if fix), None)
    if fits or not names or not _adds_nothing(pipeline, stage):
        return fits
    return removed(pipeline, stage, variant="remove")


def renamed(pipeline: Pipeline, stage: Stage, name: str) -> Fix | None:
    """Rename a stage, unless that would repeat a name or only put one finding in another's place."""
    if reading(name) or is_system(name) or _taken(pipeline, stage, name) or _moves_trouble(pipeline, stage, name):
        return None
    at = StageRef(pipeline.id, stage.id)
    return Fix(partial(change_stage, at=at, name=name), args=(("becomes", name),))


def removed(pipeline: Pipeline, stage: Stage, *, variant: str = "fix") -> Fix:
    """Delete a stage."""
    at = StageRef(pipeline.id, stage.id)
    return Fix(partial(delete_stage, at=at), args=(("name", stage.name),), variant=variant)


def _taken(pipeline: Pipeline, stage: Stage, name: str) -> bool:
    others = {plain(other.name) for other in pipeline.stages if other is not stage}
    return plain(name) in others | {plain(pipeline.won.name)}


def _moves_trouble(pipeline: Pipeline, stage: Stage, name: str) -> bool:
    """Whether the name would be out of order here, or payment where payment has a place of its own."""
    after = pipeline.with_stage(stage.changed(name=name))
    judged = kind_of(pipeline) in (Kind.SALES, Kind.QUALIFY)
    disordered = judged and any(True for _ in misplaced(after)) and not any(True for _ in misplaced(pipeline))
    if not is_payment(name):
        return disordered
    last = stage is pipeline.stages[-1] and pipeline.won.kind is WonKind.PAYMENT
    return disordered or last or pipeline.key_stage == stage.id


def _adds_nothing(pipeline: Pipeline, stage: Stage) -> bool:
    """Whether nothing is asked or kept at a stage, so that it can go without loss."""
    asks = stage.fields or any(question.asked_at == stage.id for question in pipeline.questions)
    return not asks and pipeline.key_stage != stage.id and len(pipeline.stages) > 1
