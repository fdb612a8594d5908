"""What stands under the map: samples of its marks, and the arrows by number in words."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.charts.lanes import Point
from wizard.charts.map_marks import Datum, Drawn, alert, badge, drawn, text
from wizard.charts.map_plan import NOTE, NOTE_LINE, PADDING
from wizard.charts.style import BLUE
from wizard.charts.wrapping import wrapped
from wizard.i18n.translator import Translator

_LINE = 24
_SWATCH = 44
_TWO_IN_A_LINE = 500
_BADGE = 12
_LONGEST = 12  # lines of one arrow's words


def legend(say: Translator, top: float, *, width: float, listed: bool, wrong: bool) -> tuple[list[Datum], float]:
    """Samples with their meaning, two in a line where there is room; and where the next thing may start."""
    columns = 2 if width >= _TWO_IN_A_LINE else 1
    lost = "chart.map.legend-numbered" if listed else "chart.map.legend-lost"
    keys = ["chart.map.legend-won", lost, "chart.map.now", "chart.map.later", *["chart.map.legend-wrong"] * wrong]
    found: list[Datum] = []
    for place, key in enumerate(keys):
        x = place % columns * width / columns + 2
        y = top + _LINE / 2 + place // columns * _LINE
        found += _sample(key, x, y)
        found.append(text("note", x + _SWATCH + PADDING, y, say(key)))
    return found, top + -(-len(keys) // columns) * _LINE


def _sample(key: str, x: float, y: float) -> Iterator[Datum]:
    if key == "chart.map.legend-wrong":
        yield from alert(x + _SWATCH / 2, y)
    elif key in ("chart.map.now", "chart.map.later"):
        later = key == "chart.map.later"
        yield {
            "kind": "box", "x": x, "y": y - 8, "x2": x + _SWATCH, "y2": y + 8, "colour": BLUE, "dashed": later,
        }  # fmt: skip
    else:
        won = key == "chart.map.legend-won"
        corners = (Point(x, y), Point(x + _SWATCH, y))
        yield from drawn(Drawn(f"legend:{'won' if won else 'lost'}", corners, won, "" if won else "5"))


def listing(ways: tuple[Drawn, ...], top: float, *, width: float) -> tuple[list[Datum], float]:
    """The arrows by number, each in its words."""
    found: list[Datum] = []
    y = top + PADDING
    for way in ways:
        found.append(badge(Point(_BADGE, y + NOTE_LINE / 2), way))
        for line in wrapped(way.words, width=width - 3 * _BADGE, size=NOTE, lines=_LONGEST, bold=False):
            found.append(text("note", 3 * _BADGE, y + NOTE_LINE / 2, line))
            y += NOTE_LINE
        y += PADDING / 2
    return found, y
