"""What told deals say, in words."""

from __future__ import annotations

from wizard.i18n.translator import Translator
from wizard.model.pipeline import Pipeline
from wizard.model.rehearsal import Gap, GapKind, ToldDeal


def fit_in_words(deals: tuple[ToldDeal, ...], pipeline: Pipeline, *, tr: Translator) -> str:
    """How many of the deals went as the stages say."""
    fit = sum(not deal.gaps_in(pipeline) for deal in deals)
    return tr.plural("rehearsal.fit", fit, told=tr.number(len(deals)))


def gap_in_words(gap: Gap, pipeline: Pipeline, *, tr: Translator) -> str:
    """One thing that was different, as a sentence without a full stop."""
    name = _name(gap.stage, pipeline, tr)
    if gap.kind is GapKind.SKIPPED:
        return tr("rehearsal.gap.skipped", name=name)
    if gap.kind is GapKind.RETURNED:
        return tr("rehearsal.gap.returned", name=name, to=_name(gap.to or "", pipeline, tr))
    if gap.kind is GapKind.MISSING:
        return tr("rehearsal.gap.missing", name=name, words=gap.words)
    if gap.days is None:
        return tr("rehearsal.gap.stood", name=name)
    return tr.plural("rehearsal.gap.stood_days", gap.days, name=name)


def _name(stage: str, pipeline: Pipeline, tr: Translator) -> str:
    return pipeline.stage(stage).name or tr("board.unnamed")
