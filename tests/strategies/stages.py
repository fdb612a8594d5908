"""Random edits of stages."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.strategies.values import (
    COUNTS,
    NAMES,
    TEXTS,
    Edit,
    a_pipeline,
    conversion,
    maybe,
    term,
)
from wizard.model.edits import splitting, stages
from wizard.model.edits.stages import StageRef
from wizard.model.pipeline import PALETTE
from wizard.model.project import Project


def _add_stage(draw: DrawFn, before: Project) -> Project:
    at = a_pipeline(draw, before)
    return stages.add_stage(before, at.id, name=draw(NAMES), after=draw(maybe(tuple(s.id for s in at.stages))))


def _of_stage(change: Callable[[DrawFn, Project, StageRef], Project]) -> Edit:
    def edit(draw: DrawFn, before: Project) -> Project:
        at = a_pipeline(draw, before)
        if not at.stages:
            return before
        return change(draw, before, StageRef(at.id, draw(st.sampled_from(at.stages)).id))

    return edit


def _change_stage(draw: DrawFn, before: Project, at: StageRef) -> Project:
    known = [f.id for f in before.fields]
    demanded = draw(st.lists(st.sampled_from(known), max_size=3, unique=True)) if known else []
    return stages.change_stage(
        before,
        at,
        name=draw(NAMES),
        term=term(draw, before),
        conversion=conversion(draw),
        colour=draw(st.none() | st.sampled_from(PALETTE)),
        reached=draw(COUNTS),
        fields=tuple(demanded),
    )


def _set_proofs(draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.set_proof_after(before, at, proof=draw(TEXTS))


def _move_stage(draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.move_stage(before, at, by=draw(st.integers(-9, 9)))


def _delete_stage(_draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.delete_stage(before, at)


def _set_key_stage(_draw: DrawFn, before: Project, at: StageRef) -> Project:
    return stages.set_key_stage(before, at.pipeline, stage=at.stage)


def _move_stages(draw: DrawFn, before: Project, at: StageRef) -> Project:
    kept = draw(st.sets(st.sampled_from([stage.id for stage in before.pipeline(at.pipeline).stages])))
    others = [p.id for p in before.pipelines if p.id != at.pipeline]
    if not others:
        return before
    moved = tuple(s.id for s in before.pipeline(at.pipeline).stages if s.id not in kept or s.id == at.stage)
    return splitting.move_stages(before, at.pipeline, stages=moved, into=draw(st.sampled_from(others)))


IN_STAGES: tuple[Edit, ...] = (
    _add_stage,
    *map(_of_stage, (_change_stage, _set_proofs, _move_stage, _move_stages, _delete_stage, _set_key_stage)),
)
