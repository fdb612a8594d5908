"""What the charts of rows share: a name and a value over a bar, and what happens between two bars."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from wizard.charts.style import MUTED, RECT_DASH, Spec, as_is, drawn, pixels, text_mark, with_data
from wizard.i18n.translator import Translator

Datum = dict[str, Any]
Tips = tuple[tuple[str, str], ...]  # a field of the data, and the key of its title

ROW = 48
NAME_AT, BAR_AT, BAR_END, STEP_AT = 9, 19, 34, 42
_NARROWEST = 0.006  # a bar of a count near nothing is still seen


def bars_chart(rows: list[Datum], say: Translator, *, tips: Tips, height: float) -> Spec:
    """The rows as a chart, as wide as its container."""
    return with_data(_drawing(say, tips), rows, height=height)


def centred(share: float) -> dict[str, float]:
    """Where a bar of that share of the width starts and ends, in the middle."""
    width = max(share, _NARROWEST)
    return {"left": round(0.5 - width / 2, 4), "right": round(0.5 + width / 2, 4)}


def from_left(share: float) -> dict[str, float]:
    return {"left": 0.0, "right": round(max(share, _NARROWEST), 4)}


NO_BAR = {
    "left": 0.5, "right": 0.5, "fill": "transparent", "stroke": "transparent", "opacity": 1.0, "dashed": False,
}  # fmt: skip


def placed(top: float, *, bar_at: float = BAR_AT, bar_end: float = BAR_END) -> dict[str, float]:
    """Where the parts of a row stand whose upper edge is there; a step stands in the row above."""
    return {
        "name_at": top + NAME_AT,
        "bar_at": top + bar_at,
        "bar_end": top + bar_end,
        "step_at": top - ROW + STEP_AT,
    }


@cache
def _drawing(say: Translator, tips: Tips) -> Spec:
    base = alt.Chart()
    layers = [_bars(base, say, tips), _hatching(base), *_texts(base)]
    return drawn(layers, width="container")


def _bars(base: alt.Chart, say: Translator, tips: Tips) -> alt.Chart:
    bars: alt.Chart = base.mark_rect(cornerRadius=3, strokeWidth=1.5, strokeDash=RECT_DASH, aria=False).encode(
        x=alt.X("left", type="quantitative", axis=None, scale=alt.Scale(domain=[0, 1], nice=False)),
        x2="right",
        y=pixels("bar_at", alt.Y),
        y2="bar_end",
        fill=as_is("fill", alt.Fill),
        stroke=as_is("stroke", alt.Stroke),
        fillOpacity=as_is("opacity", alt.FillOpacity),
        tooltip=[alt.Tooltip(field, type="nominal", title=say(key)) for field, key in tips],
    )
    return bars


def _hatching(base: alt.Chart) -> alt.Chart:
    """What is only assumed is hatched: Vega has no patterns, so a broad line with narrow dashes lies on the bar."""
    inside = BAR_END - BAR_AT - 2
    stripes = base.transform_filter("datum.dashed").mark_rule(
        yOffset=(BAR_END - BAR_AT) / 2, strokeWidth=inside, strokeDash=[1, 6], opacity=0.6, aria=False, tooltip=None
    )
    hatched: alt.Chart = stripes.encode(
        x=alt.X("left", type="quantitative"),
        x2="right",
        y=pixels("bar_at", alt.Y),
        stroke=as_is("stroke", alt.Stroke),
    )
    return hatched


def _texts(base: alt.Chart) -> tuple[alt.Chart, ...]:
    """The name at the left and the value at the right above a bar, the step's share between two bars."""
    name = text_mark(14, align="left", baseline="middle", limit=alt.ExprRef("width - 8 - 8.5 * length(datum.count)"))
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
