"""The data of the map's marks: boxes with their texts, arrows with heads and numbers, and the legend."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from wizard.charts.arrows import Arrow
from wizard.charts.lanes import Point
from wizard.charts.map_plan import NOTE_LINE, PADDING, TITLE_LINE, MapPlan
from wizard.charts.route_words import arrow_in_words
from wizard.charts.style import GREEN, ORANGE
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Launch, Pipeline
from wizard.model.project import Project

_HEAD = 6
_BADGE = 12
_LEGEND_LINE = 24
_SWATCH = 44
_TWO_IN_A_LINE = 500

Datum = dict[str, Any]


def map_data(project: Project, plan: MapPlan, say: Translator, *, width: float) -> tuple[list[Datum], float]:
    """The data, and the height of the picture."""
    top = plan.grid.height + PADDING
    found: list[Datum] = []
    if not project.pipelines:
        found.append(_text("note", 0, top, say("chart.map.empty")))
        return found, top + _LEGEND_LINE
    for pipeline in project.pipelines:
        found += _box(pipeline, plan)
    for taken in plan.roads.found:
        found += _arrow(taken.arrow, plan.roads.path(taken), arrow_in_words(project, taken.arrow, say))
    legend = list(_legend(say, top, width))
    return [_rounded(datum) for datum in (*found, *legend)], round(legend[-1]["y"]) + _LEGEND_LINE / 2


def _box(pipeline: Pipeline, plan: MapPlan) -> Iterator[Datum]:
    box, text = plan.box(pipeline.id), plan.texts[pipeline.id]
    later = pipeline.launch is Launch.LATER
    yield {"kind": "box", "x": box.x, "y": box.y, "x2": box.x + box.width, "y2": box.y + box.height, "dashed": later}
    y = box.y + PADDING + TITLE_LINE / 2
    for line in text.title:
        yield _text("title", box.x + PADDING, y, line)
        y += TITLE_LINE
    y += PADDING / 2 - (TITLE_LINE - NOTE_LINE) / 2
    for line in text.notes:
        yield _text("note", box.x + PADDING, y, line)
        y += NOTE_LINE


def _arrow(arrow: Arrow, corners: tuple[Point, ...], words: str) -> Iterator[Datum]:
    *before, last = corners
    head = _towards(last, before[-1], _HEAD)
    same = {"arrow": arrow.key, "colour": GREEN if arrow.won else ORANGE, "tip": words}
    for number, point in enumerate((*before, head)):
        yield {"kind": "way", "corner": number, "x": point.x, "y": point.y, "dashed": not arrow.won, **same}
    yield {"kind": "head", "x": head.x, "y": head.y, "angle": _angle(before[-1], last), **same}
    if arrow.reasons:
        badge = _towards(corners[0], corners[1], _BADGE)
        yield {"kind": "badge", "x": badge.x, "y": badge.y, "text": str(arrow.reasons), **same}


def _towards(start: Point, end: Point, pixels: float) -> Point:
    """The point that many pixels from the start on the way to the end."""
    share = pixels / (math.dist(start, end) or 1)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _angle(start: Point, end: Point) -> float:
    """Degrees clockwise by which a triangle that points up is turned to point from start to end."""
    return math.degrees(math.atan2(end.x - start.x, start.y - end.y)) % 360


def _legend(say: Translator, top: float, width: float) -> Iterator[Datum]:
    """Samples with their meaning, two in a line where there is room."""
    columns = 2 if width >= _TWO_IN_A_LINE else 1
    keys = ("chart.map.legend-won", "chart.map.legend-lost", "chart.map.now", "chart.map.later")
    for place, key in enumerate(keys):
        x = place % columns * width / columns + 2
        y = top + _LEGEND_LINE / 2 + place // columns * _LEGEND_LINE
        yield from _sample(key, x, y)
        yield _text("note", x + _SWATCH + PADDING, y, say(key))


def _sample(key: str, x: float, y: float) -> Iterator[Datum]:
    if key in ("chart.map.now", "chart.map.later"):
        yield {"kind": "box", "x": x, "y": y - 8, "x2": x + _SWATCH, "y2": y + 8, "dashed": key == "chart.map.later"}
        return
    won = key == "chart.map.legend-won"
    sample = Arrow(source="legend", target="legend", won=won, legs=())
    yield from _arrow(sample, (Point(x, y), Point(x + _SWATCH, y)), "")
    if not won:
        yield {"kind": "badge", "x": x + _BADGE, "y": y, "text": "5", "colour": ORANGE, "tip": ""}


def _text(kind: str, x: float, y: float, text: str) -> Datum:
    return {"kind": kind, "x": x, "y": y, "text": text}


def _rounded(datum: Datum) -> Datum:
    return {key: round(value, 1) if isinstance(value, float) else value for key, value in datum.items()}
