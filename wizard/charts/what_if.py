"""A what-if as a picture: the funnel now and after, side by side, from one changed step on."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.charts.bars import BAR_AT, BAR_END, NO_BAR, ROW, Datum, bars_chart, centred, placed
from wizard.charts.funnel_rows import FunnelRow, funnel_rows
from wizard.charts.funnel_words import signed_name
from wizard.charts.style import BLUE, GREEN, SKY, Spec
from wizard.charts.what_if_words import finely, what_if_in_words
from wizard.forecast import WhatIf
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline

__all__ = ["what_if_chart", "what_if_in_words"]

_TIPS = (("name", "chart.funnel.tip-name"), ("now", "chart.what_if.now"), ("after", "chart.what_if.after"))
_HALF = (BAR_AT + BAR_END) / 2
_LEGEND = 24


def what_if_chart(found: WhatIf, pipeline: Pipeline, *, language: str) -> Spec:
    """Two bars a stage where they differ, the upper one now and the lower one after; as wide as its container."""
    say = translator(language)
    rows = list(zip(funnel_rows(pipeline), found.now, found.after, strict=True))
    most = max(*found.now, *found.after) or 1
    changed = next((place for place, (_, now, after) in enumerate(rows) if now != after), None)
    data: list[Datum] = []
    for place, (row, now, after) in enumerate(rows):
        step = _step(found, say) if place == changed else ""
        data += _row(row, now=now, after=after, most=most, place=place, step=step, say=say)
    height = len(rows) * ROW
    legend = _texts(say("chart.what_if.legend"), "", step="") | NO_BAR
    return bars_chart([*data, {**legend, **placed(height)}], say, tips=_TIPS, height=height + _LEGEND)


def _step(found: WhatIf, say: Translator) -> str:
    return f"↓ {say.percent(found.share_now)} → {say.percent(found.share_after)}"


def _row(
    row: FunnelRow, *, now: float, after: float, most: float, place: int, step: str, say: Translator
) -> Iterator[Datum]:
    top = place * ROW
    said = {"now": finely(now, say), "after": finely(after, say)}
    colour = GREEN if row.won else BLUE
    if now == after:
        yield {**_texts(signed_name(row, say), said["now"], step=""), **said, **placed(top), **_bar(now / most, SKY, 1)}
        return
    texts = _texts(signed_name(row, say), f"{said['now']} → {said['after']}", step=step)
    upper, lower = placed(top, bar_end=_HALF - 1), placed(top, bar_at=_HALF + 1)
    yield {**texts, **said, **upper, **_bar(now / most, colour, 0.3)}
    yield {**_texts("", "", step=""), **said, **lower, **_bar(after / most, colour, 1)}


def _texts(name: str, count: str, *, step: str) -> Datum:
    return {"name": name, "count": count, "step": step, "narrow": True}


def _bar(share: float, colour: str, opacity: float) -> Datum:
    stroke = BLUE if colour == SKY else colour
    return {**centred(share), "fill": colour, "stroke": stroke, "opacity": opacity, "dashed": False}
