"""The map before it is drawn: the texts of the boxes, the grid that holds them, and the roads on it."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.charts.arrows import arrows
from wizard.charts.lanes import PORT, Roads, Way, in_channel, in_gap, sides, ways
from wizard.charts.layout import Box, Cell, Grid, cells, heads, row_heights
from wizard.charts.route_words import end_texts, pipeline_name
from wizard.charts.wrapping import packed, wrapped
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Launch, Pipeline, Subject
from wizard.model.project import Project

# A phone of 390 px leaves 350 for a picture, Streamlit's centred page 700.
WIDTHS = {1: 350, 2: 520, 3: 700}
TITLE, NOTE = 14, 12
TITLE_LINE, NOTE_LINE = 18, 16
PADDING = 10
HEAD_LINE = 26
_GAP = 36
_EDGE = 4


@dataclass(frozen=True)
class BoxText:
    """The lines in a box: the name, then what is smaller."""

    title: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def height(self) -> float:
        return 2 * PADDING + len(self.title) * TITLE_LINE + len(self.notes) * NOTE_LINE + PADDING / 2


@dataclass(frozen=True)
class MapPlan:
    texts: dict[str, BoxText]
    placed: dict[str, Cell]
    heads: dict[Subject, Cell]
    roads: Roads

    @property
    def grid(self) -> Grid:
        return self.roads.grid

    def box(self, pipeline: str) -> Box:
        return self.grid.box(self.placed[pipeline])


def map_plan(project: Project, say: Translator, *, columns: int, width: float) -> MapPlan:
    """Everything the map shows, with its place, in at most so many columns."""
    placed = cells(project.pipelines, columns)
    columns = max((cell.column for cell in placed.values()), default=0) + 1
    found = ways(arrows(project), placed)
    channels = tuple(_channel(found, number, columns) for number in range(columns + 1))
    box_width = (width - sum(channels)) / columns
    texts = {pipeline.id: _text(pipeline, box_width - 2 * PADDING, say) for pipeline in project.pipelines}
    tallest = row_heights(placed, {i: max(text.height, _ports(found, i)) for i, text in texts.items()})
    named = heads(project.pipelines, placed)
    above = tuple(HEAD_LINE * any(cell.row == row for cell in named.values()) for row in range(len(tallest) + 1))
    gaps = tuple(_gap(found, number, len(tallest)) + above[number] for number in range(len(tallest) + 1))
    return MapPlan(texts, placed, named, Roads(found, Grid(box_width, channels, tallest, gaps, above)))


def _channel(found: tuple[Way, ...], number: int, columns: int) -> float:
    users = len(in_channel(found, number))
    least = _EDGE if number in (0, columns) else _GAP
    return max(least, min(12 * users + 32, 84)) if users else least


def _gap(found: tuple[Way, ...], number: int, rows: int) -> float:
    users = len(in_gap(found, number))
    least = _EDGE if number in (0, rows) else _GAP
    return max(least, 12 * users + 14) if users else least


def _ports(found: tuple[Way, ...], pipeline: str) -> float:
    """The height that leaves room between the arrows at a box's busier side."""
    return PORT * (1 + max(len(sides(found, pipeline, side)) for side in (0, 1)))


def _text(pipeline: Pipeline, width: float, say: Translator) -> BoxText:
    launch = say("chart.map.now" if pipeline.launch is Launch.NOW else "chart.map.later")
    return BoxText(
        wrapped(pipeline_name(pipeline, say), width=width, size=TITLE, lines=3),
        (launch, *packed(end_texts(pipeline, say, why=False), width=width, size=NOTE, lines=6)),
    )
