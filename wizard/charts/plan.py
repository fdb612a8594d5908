"""A revenue goal as a picture: from money to payments, to deals at each stage, to requests and their price."""

from __future__ import annotations

from wizard.charts.bars import BAR_END, NO_BAR, Datum, bars_chart, placed
from wizard.charts.funnel import bar_of
from wizard.charts.funnel_rows import FunnelRow, funnel_rows
from wizard.charts.funnel_words import number, signed_name
from wizard.charts.plan_words import goal_lines, plan_in_words, request_lines
from wizard.charts.style import Spec
from wizard.forecast import Plan
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline

__all__ = ["plan_chart", "plan_in_words"]

_TIPS = (("name", "chart.funnel.tip-name"), ("count", "chart.plan.tip-count"), ("basis", "chart.funnel.tip-basis"))
_LINE, _BAR = 26, BAR_END + 10


def plan_chart(plan: Plan, pipeline: Pipeline, *, language: str, currency: str) -> Spec:
    """The plan from the goal down to the requests it takes, as wide as its container."""
    say = translator(language)
    data: list[Datum] = []
    top = 0.0
    for datum, height in (
        *(_line(name, value) for name, value in goal_lines(plan, say, currency=currency)),
        *_rows(plan, pipeline, say),
        *(_line(name, value) for name, value in request_lines(plan, say, currency=currency)),
    ):
        data.append({**datum, **placed(top)})
        top += height
    return bars_chart(data, say, tips=_TIPS, height=top)


def _line(name: str, value: str) -> tuple[Datum, float]:
    return {"name": name, "count": value, "step": "", "narrow": False, "basis": "", **NO_BAR}, _LINE


def _rows(plan: Plan, pipeline: Pipeline, say: Translator) -> list[tuple[Datum, float]]:
    """From won back to the first stage."""
    rows = list(zip(funnel_rows(pipeline), plan.reached, strict=True))
    most = max(plan.reached)
    return [(_row(row, count, most, say), _BAR) for row, count in reversed(rows)]


def _row(row: FunnelRow, count: float, most: float, say: Translator) -> Datum:
    return {
        "name": signed_name(row, say),
        "count": number(count, say),
        "step": "",
        "narrow": False,
        "basis": say("chart.funnel.own" if row.own else "chart.funnel.assumption"),
        **bar_of(row, count / most),
    }
