"""The funnel as a picture: a centred bar for each stage and won, as wide as the count that gets there."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from wizard.charts.funnel_rows import FunnelRow, funnel_rows
from wizard.charts.funnel_words import count_text, funnel_in_words, signed_name
from wizard.charts.style import (
    BLUE,
    GREEN,
    MUTED,
    NO_FRAME,
    RECT_DASH,
    RED,
    SKY,
    as_is,
    pixels,
    text_mark,
    with_data,
)
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline

__all__ = ["funnel_chart", "funnel_in_words"]

_TIP = {
    "name": "chart.funnel.tip-name",
    "count": "chart.funnel.tip-count",
    "arrived": "chart.funnel.tip-arrived",
    "basis": "chart.funnel.tip-basis",
}
_ROW = 60
_NAME_AT, _BAR_AT, _BAR_END, _STEP_AT = 11, 22, 42, 51
_NARROWEST = 0.006  # a bar of a count near nothing is still seen


def funnel_chart(pipeline: Pipeline, *, language: str) -> alt.LayerChart:
    """The funnel of a pipeline, as wide as its container; its height grows with the stages."""
    say = translator(language)
    rows = funnel_rows(pipeline)
    most = max((row.count or 0 for row in rows), default=0) or 1
    return with_data(
        _drawing(say),
        [_datum(row, place, most, say) for place, row in enumerate(rows)],
        height=max(len(rows), 1) * _ROW,
    )


@cache
def _drawing(say: Translator) -> alt.LayerChart:
    base = alt.Chart()
    return alt.LayerChart(layer=[_bars(base, say), *_texts(base)], width="container", padding=0, view=NO_FRAME)


def _datum(row: FunnelRow, place: int, most: float, say: Translator) -> dict[str, Any]:
    top = place * _ROW
    width = max((row.count or 0) / most, _NARROWEST) if row.count is not None else 0
    fill, stroke = _colours(row)
    arrived = "" if row.arrived is None else say.percent(row.arrived)
    return {
        "name": signed_name(row, say),
        "count": count_text(row, say),
        "step": _step(row, arrived, say),
        "narrow": row.narrow,
        "arrived": arrived or "—",
        "basis": say("chart.funnel.own" if row.own else "chart.funnel.assumption"),
        "left": round(0.5 - width / 2, 4),
        "right": round(0.5 + width / 2, 4),
        "name_at": top + _NAME_AT,
        "bar_at": top + _BAR_AT,
        "bar_end": top + _BAR_END,
        "step_at": top - _ROW + _STEP_AT,
        "fill": fill,
        "stroke": stroke,
        "opacity": 1.0 if row.own else 0.6 if row.key else 0.4,
        "dashed": not row.own,
    }


def _step(row: FunnelRow, arrived: str, say: Translator) -> str:
    if not arrived:
        return ""
    return f"↓ {arrived} · {say('chart.funnel.narrow')}" if row.narrow else f"↓ {arrived}"


def _colours(row: FunnelRow) -> tuple[str, str]:
    """Fill and outline, none while the count is unknown; a widening matters most, then won and the key stage."""
    if row.count is None:
        return "transparent", "transparent"
    if row.widens:
        return RED, RED
    if row.won:
        return GREEN, GREEN
    return (BLUE, BLUE) if row.key else (SKY, BLUE)


def _bars(base: alt.Chart, say: Translator) -> alt.Chart:
    bars: alt.Chart = base.mark_rect(cornerRadius=3, strokeWidth=1.5, strokeDash=RECT_DASH, aria=False).encode(
        x=alt.X("left", type="quantitative", axis=None, scale=alt.Scale(domain=[0, 1], nice=False)),
        x2="right",
        y=pixels("bar_at", alt.Y),
        y2="bar_end",
        fill=as_is("fill", alt.Fill),
        stroke=as_is("stroke", alt.Stroke),
        fillOpacity=as_is("opacity", alt.FillOpacity),
        tooltip=[alt.Tooltip(field, type="nominal", title=say(key)) for field, key in _TIP.items()],
    )
    return bars


def _texts(base: alt.Chart) -> tuple[alt.Chart, ...]:
    """The name at the left and the count at the right above a bar, the step's share between two bars."""
    name = text_mark(14, align="left", baseline="middle", limit=alt.ExprRef("width - 64"))
    count = text_mark(15, bold=True, align="right", baseline="middle")
    step = text_mark(12, align="center", baseline="middle") | {
        "fontWeight": alt.ExprRef("datum.narrow ? 'bold' : 'normal'"),
        "opacity": alt.ExprRef(f"datum.narrow ? 1 : {MUTED}"),
    }
    steps = base.transform_filter("datum.step")
    return (
        _text(base.mark_text(**name), "name", 0, "name_at"),
        _text(base.mark_text(**count), "count", "width", "name_at"),
        _text(steps.mark_text(**step), "step", alt.ExprRef("width / 2"), "step_at"),
    )


def _text(marked: alt.Chart, field: str, x: Any, y: str) -> alt.Chart:
    return marked.encode(x=alt.value(x), y=pixels(y, alt.Y), text=alt.Text(field, type="nominal"))
