"""Fixes several rules share: give a stage a better name, or take it away."""

from __future__ import annotations

from functools import partial

from wizard.lint.names import is_system, plain, reading
from wizard.lint.rule import Fix
from wizard.model.edits.stages import StageRef, change_stage, delete_stage
from wizard.model.pipeline import Pipeline, Stage


def renamed(pipeline: Pipeline, stage: Stage, name: str | None) -> Fix | None:
    """Rename a stage, unless that would repeat a name or only put one finding in another's place."""
    if name is None or reading(name) or is_system(name):
        return None
    taken = {plain(other.name) for other in pipeline.stages} | {plain(pipeline.won.name)}
    if plain(name) in taken:
        return None
    at = StageRef(pipeline.id, stage.id)
    return Fix(partial(change_stage, at=at, name=name), args=(("becomes", name),))


def removed(pipeline: Pipeline, stage: Stage, *, variant: str = "fix") -> Fix:
    """Delete a stage."""
    at = StageRef(pipeline.id, stage.id)
    return Fix(partial(delete_stage, at=at), args=(("name", stage.name),), variant=variant)
