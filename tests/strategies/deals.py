"""Random deals told about a pipeline, and what is done about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.strategies.values import (
    NAMES,
    Edit,
    a_pipeline,
)
from wizard.model.edits import rehearsal
from wizard.model.edits.stages import StageRef
from wizard.model.project import Project
from wizard.model.rehearsal import GapKind, Outcome, ToldDeal


def _tell_deal(draw: DrawFn, before: Project) -> Project:
    return rehearsal.tell_deal(before, a_pipeline(draw, before).id, text=draw(NAMES))


def _of_deal(change: Callable[[DrawFn, Project, ToldDeal], Project]) -> Edit:
    """Change a deal that went through some stages; one is told where there is none."""

    def edit(draw: DrawFn, before: Project) -> Project:
        if not before.rehearsal:
            return _tell_deal(draw, before)
        deal = draw(st.sampled_from(before.rehearsal))
        return change(draw, before, deal) if before.pipeline(deal.pipeline).stages else before

    return edit


def _mark_stage(draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    stage = draw(st.sampled_from(before.pipeline(deal.pipeline).stages)).id
    kinds = draw(st.lists(st.sampled_from(GapKind), unique=True))
    marked = rehearsal.mark_stage(before, deal.id, stage=stage, kinds=kinds)
    details: dict[GapKind, dict[str, Any]] = {
        GapKind.STOOD: {"days": draw(st.none() | st.integers(1, 3650))},
        GapKind.MISSING: {"words": draw(NAMES)},
    }
    for kind, values in details.items():
        if marked.told(deal.id).gap(kind, stage):
            marked = rehearsal.change_gap(marked, deal.id, kind=kind, stage=stage, **values)
    return marked


def _end_deal(draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    ended = rehearsal.set_outcome(before, deal.id, outcome=draw(st.sampled_from(Outcome)))
    if ended.told(deal.id).outcome is Outcome.WON:
        return ended
    stage = draw(st.sampled_from(before.pipeline(deal.pipeline).stages)).id
    return rehearsal.retell_deal(ended, deal.id, reached=stage)


def _cure_deal(_draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    told = [gap for gap in deal.gaps if gap.words]
    if not told:
        return before
    return rehearsal.add_told_stage(before, StageRef(deal.pipeline, told[0].stage), words=told[0].words)


def _forget_deal(_draw: DrawFn, before: Project, deal: ToldDeal) -> Project:
    return rehearsal.forget_deal(before, deal.id)


ON_DEALS: tuple[Edit, ...] = (_tell_deal, *map(_of_deal, (_mark_stage, _end_deal, _cure_deal, _forget_deal)))
