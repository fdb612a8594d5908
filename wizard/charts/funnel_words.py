"""A funnel in words: what the chart says, for those who cannot see it and for papers."""

from __future__ import annotations

from itertools import pairwise

from wizard import forecast
from wizard.charts.funnel_rows import FunnelRow, funnel_rows
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import GoalType, Pipeline, WonKind

_FEW = 10
_ENTERED_BY_REQUESTS = (None, GoalType.FIRST_PAYMENT, GoalType.EVENT_SALE)


def funnel_in_words(pipeline: Pipeline, *, language: str) -> str:
    """The counts from the first stage to won, the sum line, and which signs the chart carries and why."""
    say = translator(language)
    rows = funnel_rows(pipeline)
    if not rows:
        return say("chart.funnel.empty")
    if any(row.count is None for row in rows):
        return _missing(pipeline, say)
    way = " → ".join(f"{signed_name(row, say)} {count_text(row, say)}" for row in rows)
    return " ".join((f"{way}.", _sum(pipeline, rows, say), *funnel_signs(pipeline, language=language)))


def sum_in_words(pipeline: Pipeline, *, language: str) -> str:
    """How many win of how many that enter, as a sentence; empty while a step is unknown."""
    rows = funnel_rows(pipeline)
    if not rows or any(row.count is None for row in rows):
        return ""
    return _sum(pipeline, rows, translator(language))


def funnel_signs(pipeline: Pipeline, *, language: str) -> tuple[str, ...]:
    """What the signs in this funnel's chart mean, only those it carries: the caption under the chart."""
    say = translator(language)
    rows = funnel_rows(pipeline)
    used = {
        "chart.funnel.sign-key": any(row.key for row in rows),
        "chart.funnel.sign-assumption": any(row.count is not None and not row.own for row in rows),
        "chart.funnel.sign-widens": any(row.widens for row in rows),
    }
    return (*(say(key) for key, here in used.items() if here), *_narrow(rows, say))


def _narrow(rows: tuple[FunnelRow, ...], say: Translator) -> tuple[str, ...]:
    """Between which two stages the funnel is narrowest."""
    steps = [
        say(
            "chart.funnel.narrow-step",
            source=_named(before, say),
            target=_named(row, say),
            share=say.percent(row.arrived or 0),
        )
        for before, row in pairwise(rows)
        if row.narrow and row.count is not None
    ]
    return (say("chart.funnel.sign-narrow", steps="; ".join(steps)),) if steps else ()


def signed_name(row: FunnelRow, say: Translator) -> str:
    """A stage's name with a star for the key stage and an arrow where the funnel widens."""
    signs = "★ " * row.key + "↑ " * row.widens
    return signs + _named(row, say)


def _named(row: FunnelRow, say: Translator) -> str:
    return row.name or say("chart.unnamed")


def count_text(row: FunnelRow, say: Translator) -> str:
    """A count as it is read: whole from ten on, with one decimal below; a dash while it is unknown."""
    return "—" if row.count is None else number(row.count, say)


def number(count: float, say: Translator) -> str:
    return say.number(count, digits=0 if round(count, 1) >= _FEW else 1)


def _missing(pipeline: Pipeline, say: Translator) -> str:
    unknown = (stage.name for stage, share in zip(pipeline.stages, forecast.shares(pipeline), strict=True) if not share)
    return say("chart.funnel.missing", names=", ".join(say("chart.quoted", name=name) for name in unknown))


def _sum(pipeline: Pipeline, rows: tuple[FunnelRow, ...], say: Translator) -> str:
    """Eleven payments of 120 requests; funnels that requests do not enter or no money ends are counted in cards."""
    start, wins = rows[0].count or 0, rows[-1].count or 0
    paid = pipeline.won.kind is WonKind.PAYMENT and pipeline.goal_type in _ENTERED_BY_REQUESTS
    if not paid:
        return say("chart.funnel.sum", wins=number(wins, say), cards=_counted("chart.funnel.of-cards", start, say))
    requests = _counted("chart.funnel.of-requests", start, say)
    return say("chart.funnel.sum-paid", requests=requests, payments=_counted("chart.funnel.payments", wins, say))


def _counted(key: str, count: float, say: Translator) -> str:
    """A count with its noun; a fraction takes the noun as two do in Russian."""
    shown = number(count, say)
    form = round(count) if round(count) >= _FEW or round(count, 1).is_integer() else 2
    return say.plural(key, form, count=shown)
