"""The way of each arrow on the map: along the channels between columns and rows, a lane for each arrow.

No arrow crosses a box: it leaves at a side, runs in channels only, and enters at a side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wizard.charts.arrows import Arrow
from wizard.charts.layout import Box, Cell, Grid

PORT = 24  # between the arrows at a side of a box


class Point(NamedTuple):
    x: float
    y: float


@dataclass(frozen=True)
class Way:
    """Which channels an arrow takes: none for a straight step down or up, one, or two and a gap between rows."""

    arrow: Arrow
    source: Cell
    target: Cell
    leave: int | None = None
    gap: int | None = None
    enter: int | None = None

    @property
    def channels(self) -> tuple[int, ...]:
        found = (self.leave, self.enter if self.gap is not None else None)
        return tuple(number for number in found if number is not None)


def way(arrow: Arrow, placed: Mapping[str, Cell]) -> Way:
    """The channels from an arrow's source to its target."""
    a, b = placed[arrow.source], placed[arrow.target]
    if a.column == b.column and abs(a.row - b.row) == 1:
        return Way(arrow, a, b)
    leave = a.column + 1 if a.column <= b.column else a.column
    if abs(a.column - b.column) <= 1:
        return Way(arrow, a, b, leave, None, leave)
    enter = b.column if a.column < b.column else b.column + 1
    return Way(arrow, a, b, leave, a.row if b.row < a.row else a.row + 1, enter)


def ways(arrows: tuple[Arrow, ...], placed: Mapping[str, Cell]) -> tuple[Way, ...]:
    return tuple(way(arrow, placed) for arrow in arrows)


def in_channel(found: tuple[Way, ...], number: int) -> list[Way]:
    """The arrows that run in a channel, those to the highest target first."""
    return sorted((w for w in found if number in w.channels), key=lambda w: (w.target.row, w.source.row, w.arrow.key))


def in_gap(found: tuple[Way, ...], number: int) -> list[Way]:
    return [w for w in found if w.gap == number]


def sides(found: tuple[Way, ...], pipeline: str, side: int) -> list[tuple[Way, bool]]:
    """The ends of arrows at the left (0) or right (1) side of a box, from the top; True where one leaves."""
    ends = [(w, True) for w in found if w.leave is not None and w.arrow.source == pipeline and _side(w, True) == side]
    ends += [
        (w, False) for w in found if w.enter is not None and w.arrow.target == pipeline and _side(w, False) == side
    ]
    return sorted(ends, key=_order)


def _order(end: tuple[Way, bool]) -> tuple[bool, int, int, bool, str, bool]:
    """Neighbours in the same row come first and in the same order at both, so that their lines are straight."""
    taken, leaving = end
    other = _other(end)
    return (not _neighbours(taken), other.row, other.column, not taken.arrow.won, taken.arrow.key, not leaving)


def _neighbours(taken: Way) -> bool:
    return taken.source.row == taken.target.row and taken.gap is None


def _other(end: tuple[Way, bool]) -> Cell:
    return end[0].target if end[1] else end[0].source


def _side(found: Way, leaving: bool) -> int:
    cell, channel = (found.source, found.leave) if leaving else (found.target, found.enter)
    return 0 if channel == cell.column else 1


@dataclass(frozen=True)
class Roads:
    """All ways on a grid; `path` gives the corners of one."""

    found: tuple[Way, ...]
    grid: Grid

    def path(self, taken: Way) -> tuple[Point, ...]:
        """The corners from the source's edge to the target's."""
        if taken.leave is None or taken.enter is None:
            return self._straight(taken)
        start, end = self._port(taken, leaving=True), self._port(taken, leaving=False)
        x = self._lane(taken, taken.leave)
        if taken.gap is None:
            return _joined(start, Point(x, start.y), Point(x, end.y), end)
        y, x2 = self._level(taken, taken.gap), self._lane(taken, taken.enter)
        return _joined(start, Point(x, start.y), Point(x, y), Point(x2, y), Point(x2, end.y), end)

    def _straight(self, taken: Way) -> tuple[Point, ...]:
        a, b = self.grid.box(taken.source), self.grid.box(taken.target)
        down = b.y > a.y
        between = [w for w in self.found if w.leave is None and {w.source, w.target} == {taken.source, taken.target}]
        x = a.x + a.width * (between.index(taken) + 1) / (len(between) + 1)
        return (Point(x, a.y + a.height), Point(x, b.y)) if down else (Point(x, a.y), Point(x, b.y + b.height))

    def _port(self, taken: Way, *, leaving: bool) -> Point:
        box: Box = self.grid.box(taken.source if leaving else taken.target)
        side = _side(taken, leaving)
        ends = sides(self.found, taken.arrow.source if leaving else taken.arrow.target, side)
        # At left sides other lines come in half a step lower, so that none runs on into the next box's line.
        lower = PORT / 2 if side == 0 and not _neighbours(taken) else 0
        return Point(box.x + side * box.width, box.y + PORT * (ends.index((taken, leaving)) + 1) + lower)

    def _lane(self, taken: Way, number: int) -> float:
        users = in_channel(self.found, number)
        return self.grid.channel_at(number) + self.grid.channels[number] * (users.index(taken) + 1) / (len(users) + 1)

    def _level(self, taken: Way, number: int) -> float:
        users = in_gap(self.found, number)
        return self.grid.gap_at(number) + self.grid.room(number) * (users.index(taken) + 1) / (len(users) + 1)


def _joined(*points: Point) -> tuple[Point, ...]:
    """The points without those that repeat the one before."""
    return tuple(p for n, p in enumerate(points) if n == 0 or p != points[n - 1])
