"""The marks of an arrow on the map: its line, head and number, and the sign of what is wrong."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wizard.charts.lanes import Point
from wizard.charts.style import GREEN, GREY, RED

Datum = dict[str, Any]

_HEAD = 6
_BADGE = 12
_ALERT = 22  # between the sign and the end of the arrow


@dataclass(frozen=True)
class Drawn:
    """An arrow with its corners, the number at its start, and its sentence."""

    key: str
    corners: tuple[Point, ...]
    won: bool
    badge: str = ""
    words: str = ""
    wrong: bool = False

    @property
    def colour(self) -> str:
        if self.wrong:
            return RED
        return GREEN if self.won else GREY


def drawn(way: Drawn) -> Iterator[Datum]:
    *before, last = way.corners
    head = _towards(last, before[-1], _HEAD)
    same = {"arrow": way.key, "colour": way.colour, "tip": way.words}
    for number, point in enumerate((*before, head)):
        yield {"kind": "way", "corner": number, "x": point.x, "y": point.y, "dashed": not way.won, **same}
    yield {"kind": "head", "x": head.x, "y": head.y, "angle": _angle(before[-1], last), **same}
    if way.badge:
        yield badge(_towards(way.corners[0], way.corners[1], _BADGE), way)
    if way.wrong:
        sign = _towards(last, before[-1], _ALERT)
        yield from alert(sign.x, sign.y)


def badge(at: Point, way: Drawn) -> Datum:
    return {
        "kind": "badge", "x": at.x, "y": at.y, "text": way.badge, "arrow": way.key, "colour": way.colour,
        "tip": way.words,
    }  # fmt: skip


def alert(x: float, y: float) -> Iterator[Datum]:
    """The sign of what is wrong, so that red is not the only one."""
    yield {"kind": "badge", "x": x, "y": y, "text": "!", "colour": RED, "tip": ""}


def text(kind: str, x: float, y: float, line: str) -> Datum:
    return {"kind": kind, "x": x, "y": y, "text": line}


def rounded(datum: Datum) -> Datum:
    return {key: round(value, 1) if isinstance(value, float) else value for key, value in datum.items()}


def _towards(start: Point, end: Point, pixels: float) -> Point:
    """The point that many pixels from the start on the way to the end."""
    share = pixels / (math.dist(start, end) or 1)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _angle(start: Point, end: Point) -> float:
    """Degrees clockwise by which a triangle that points up is turned to point from start to end."""
    return math.degrees(math.atan2(end.x - start.x, start.y - end.y)) % 360
