"""The funnel as a picture: a centred bar for each stage and won, as wide as the count that gets there."""

from __future__ import annotations

from wizard.charts.bars import NO_BAR, ROW, Datum, bars_chart, centred, placed
from wizard.charts.funnel_rows import FunnelRow, funnel_rows
from wizard.charts.funnel_words import count_text, funnel_in_words, signed_name
from wizard.charts.style import BLUE, GREEN, RED, SKY, Spec
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline

__all__ = ["funnel_chart", "funnel_in_words"]

_TIPS = (
    ("name", "chart.funnel.tip-name"),
    ("count", "chart.funnel.tip-count"),
    ("arrived", "chart.funnel.tip-arrived"),
    ("basis", "chart.funnel.tip-basis"),
)


def funnel_chart(pipeline: Pipeline, *, language: str) -> Spec:
    """The funnel of a pipeline, as wide as its container; its height grows with the stages."""
    say = translator(language)
    rows = funnel_rows(pipeline)
    most = max((row.count or 0 for row in rows), default=0) or 1
    data = [_datum(row, place, most, say) for place, row in enumerate(rows)]
    return bars_chart(data, say, tips=_TIPS, height=max(len(rows), 1) * ROW)


def _datum(row: FunnelRow, place: int, most: float, say: Translator) -> Datum:
    arrived = "" if row.arrived is None else say.percent(row.arrived)
    return {
        "name": signed_name(row, say),
        "count": count_text(row, say),
        "step": _step(row, arrived, say),
        "narrow": row.narrow,
        "arrived": arrived or "—",
        "basis": say("chart.funnel.own" if row.own else "chart.funnel.assumption"),
        **placed(place * ROW),
        **(NO_BAR if row.count is None else bar_of(row, row.count / most)),
    }


def _step(row: FunnelRow, arrived: str, say: Translator) -> str:
    if not arrived:
        return ""
    return f"↓ {arrived} · {say('chart.funnel.narrow')}" if row.narrow else f"↓ {arrived}"


def bar_of(row: FunnelRow, share: float) -> Datum:
    """A centred bar of that share of the width; pale, dashed and hatched where it is only assumed."""
    fill, stroke = _colours(row)
    opacity = 1.0 if row.own else 0.6 if row.key else 0.4
    return {**centred(share), "fill": fill, "stroke": stroke, "opacity": opacity, "dashed": not row.own}


def _colours(row: FunnelRow) -> tuple[str, str]:
    """Fill and outline; a widening matters most, then won and the key stage."""
    if row.widens:
        return RED, RED
    if row.won:
        return GREEN, GREEN
    return (BLUE, BLUE) if row.key else (SKY, BLUE)
