"""Edits of the deals told to try a funnel on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wizard.model.edits.ids import fresh, slug
from wizard.model.edits.stages import StageRef, add_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.rehearsal import Gap, GapKind, Outcome, ToldDeal, same_words


def tell_deal(project: Project, pipeline_id: str, *, text: str) -> Project:
    """Tell one more deal: it was won and went straight through, until something else is said."""
    new = fresh(slug(text, "deal"), (deal.id for deal in project.rehearsal))
    return project.changed(rehearsal=(*project.rehearsal, ToldDeal(id=new, pipeline=pipeline_id, text=text)))


def forget_deal(project: Project, deal_id: str) -> Project:
    return project.changed(rehearsal=tuple(deal for deal in project.rehearsal if deal.id != deal_id))


def retell_deal(project: Project, deal_id: str, **values: Any) -> Project:
    """Replace attributes of a told deal (its line, how far it got)."""
    return _with(project, project.told(deal_id).changed(**values))


def set_outcome(project: Project, deal_id: str, *, outcome: Outcome) -> Project:
    """Say how a deal ended; one that was won got to the end."""
    deal = project.told(deal_id)
    reached = None if outcome is Outcome.WON else deal.reached
    return _with(project, deal.changed(outcome=Outcome(outcome), reached=reached))


def mark_stage(project: Project, deal_id: str, *, stage: str, kinds: Iterable[str]) -> Project:
    """Say what was different at a stage; details of what stays marked are kept.

    A stage that was jumped over has nothing else to tell, so the last of the two that was said holds.
    Coming back is back to the stage before, until another one is named; from the first one there is no way back.
    """
    deal = project.told(deal_id)
    pipeline = project.pipeline(deal.pipeline)
    wanted = {GapKind(kind) for kind in kinds}
    if len(wanted) > 1 and GapKind.SKIPPED in wanted:
        wanted = wanted - {GapKind.SKIPPED} if deal.gap(GapKind.SKIPPED, stage) else {GapKind.SKIPPED}
    marked = [deal.gap(kind, stage) or _new(kind, stage, pipeline) for kind in GapKind if kind in wanted]
    others = (gap for gap in deal.gaps if gap.stage != stage)
    return _with(project, deal.changed(gaps=(*others, *(gap for gap in marked if gap))))


def change_gap(project: Project, deal_id: str, *, kind: GapKind, stage: str, **values: Any) -> Project:
    """Replace a detail of what was different (days, words, where back to)."""
    deal = project.told(deal_id)
    gap = deal.gap(kind, stage)
    if gap is None:
        raise KeyError(stage)
    return _with(project, deal.changed(gaps=tuple(gap.changed(**values) if g is gap else g for g in deal.gaps)))


def add_told_stage(project: Project, at: StageRef, *, words: str) -> Project:
    """Make a stage of what happened after another one; deals that told it went through the new stage."""
    longer = add_stage(project, at.pipeline, name=words, after=at.stage)
    return longer.changed(rehearsal=tuple(_shown(deal, at, words) for deal in longer.rehearsal))


def _shown(deal: ToldDeal, at: StageRef, words: str) -> ToldDeal:
    gap = deal.gap(GapKind.MISSING, at.stage)
    if deal.pipeline != at.pipeline or gap is None or not same_words(gap.words, words):
        return deal
    return deal.changed(gaps=tuple(g for g in deal.gaps if g is not gap))


def _new(kind: GapKind, stage: str, pipeline: Pipeline) -> Gap | None:
    if kind is not GapKind.RETURNED:
        return Gap(kind=kind, stage=stage)
    place = pipeline.index(stage)
    return Gap(kind=kind, stage=stage, to=pipeline.stages[place - 1].id) if place else None


def _with(project: Project, deal: ToldDeal) -> Project:
    return project.changed(rehearsal=tuple(deal if d.id == deal.id else d for d in project.rehearsal))
