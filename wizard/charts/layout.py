"""Where the boxes of the map stand: cells of a grid by what a pipeline is for, then pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from wizard.model.pipeline import GoalType, Pipeline, Subject

# Columns of the main rows, each from its top: those who prepare, those who sell, those who care for buyers.
_COLUMNS = (
    (GoalType.HANDOVER,),
    (GoalType.FIRST_PAYMENT, None, GoalType.EVENT_SALE),
    (GoalType.FULFILMENT, GoalType.REPEAT_PAYMENT, GoalType.COMPLAINT_RESOLUTION),
)
_KIND = {goal: (column, order) for column, goals in enumerate(_COLUMNS) for order, goal in enumerate(goals)}
_WARMING = (GoalType.RETURN_REFUSED, GoalType.RETURN_CUSTOMER)
_APART = {GoalType.PARTNER_ACTIVATION: Subject.PARTNER, GoalType.HIRING: Subject.CANDIDATE}
_MERGED = {1: (0, 0, 0), 2: (0, 0, 1), 3: (0, 1, 2)}


class Cell(NamedTuple):
    column: int
    row: int


@dataclass(frozen=True)
class Box:
    """A pipeline's rectangle in pixels from the top left."""

    cell: Cell
    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def subject_of(pipeline: Pipeline) -> Subject:
    """Who goes through a funnel: what it is for says it where nobody did."""
    if pipeline.subject is Subject.CLIENT and pipeline.goal_type is not None:
        return _APART.get(pipeline.goal_type, Subject.CLIENT)
    return pipeline.subject


def heads(pipelines: tuple[Pipeline, ...], placed: Mapping[str, Cell]) -> dict[Subject, Cell]:
    """Where the name of each group stands: over its first box; nothing where there is one group."""
    found: dict[Subject, Cell] = {}
    for pipeline in pipelines:
        subject, cell = subject_of(pipeline), placed[pipeline.id]
        found[subject] = min(found.get(subject, cell), cell, key=lambda each: (each.row, each.column))
    return found if len(found) > 1 else {}


def cells(pipelines: tuple[Pipeline, ...], columns: int) -> dict[str, Cell]:
    """A cell for each pipeline: the client's way on top, warming under it, partners and candidates last."""
    others = (Subject.PARTNER, Subject.CANDIDATE)
    apart = [p for subject in others for p in pipelines if subject_of(p) is subject]
    warming = [p for p in pipelines if p.goal_type in _WARMING and p not in apart]
    main = [p for p in pipelines if p not in apart and p not in warming]
    found = _stacked(main, columns)
    # Warming starts under the sales it serves: in the middle of three columns.
    _flow(found, warming, columns, start=1 if columns == 3 and main and len(warming) < columns else 0)
    _flow(found, apart, columns)
    # No column is left empty: the others take its room.
    used = sorted({cell.column for cell in found.values()})
    return {i: Cell(used.index(cell.column), cell.row) for i, cell in found.items()}


def _stacked(main: list[Pipeline], columns: int) -> dict[str, Cell]:
    """Each kind in its column; when there is one kind only, it flows over all of them."""
    kinds = {p.id: _KIND[p.goal_type] for p in main}
    found: dict[str, Cell] = {}
    if len({column for column, _ in kinds.values()}) <= 1:
        _flow(found, main, columns)
        return found
    heights = [0] * columns
    for pipeline in sorted(main, key=lambda p: kinds[p.id]):
        column = _MERGED[columns][kinds[pipeline.id][0]]
        found[pipeline.id] = Cell(column, heights[column])
        heights[column] += 1
    return found


def _flow(found: dict[str, Cell], pipelines: list[Pipeline], columns: int, *, start: int = 0) -> None:
    """Place pipelines from left to right in new rows under those placed already."""
    first = max((cell.row for cell in found.values()), default=-1) + 1
    for place, pipeline in enumerate(pipelines, start=start):
        found[pipeline.id] = Cell(place % columns, first + place // columns)


@dataclass(frozen=True)
class Grid:
    """Pixels of the grid: the sizes of its columns and rows, and of the channels around them."""

    box_width: float
    channels: tuple[float, ...]  # widths, left of each column and right of the last
    heights: tuple[float, ...]
    gaps: tuple[float, ...]  # heights, above each row and below the last
    heads: tuple[float, ...] = ()  # of each gap, what the names of groups take above the row

    @property
    def width(self) -> float:
        return sum(self.channels) + self.box_width * (len(self.channels) - 1)

    @property
    def height(self) -> float:
        return sum(self.gaps) + sum(self.heights)

    def channel_at(self, number: int) -> float:
        """Left edge of a channel."""
        return sum(self.channels[:number]) + number * self.box_width

    def room(self, number: int) -> float:
        """The height of a gap that is left for arrows."""
        return self.gaps[number] - (self.heads[number] if self.heads else 0)

    def gap_at(self, number: int) -> float:
        """Upper edge of a gap."""
        return sum(self.gaps[:number]) + sum(self.heights[:number])

    def box(self, cell: Cell) -> Box:
        tops = list(accumulate((gap + height for gap, height in zip(self.gaps, self.heights, strict=False)), initial=0))
        x = self.channel_at(cell.column) + self.channels[cell.column]
        return Box(cell, x, tops[cell.row] + self.gaps[cell.row], self.box_width, self.heights[cell.row])


def row_heights(placed: Mapping[str, Cell], heights: Mapping[str, float]) -> tuple[float, ...]:
    """A row is as high as its highest box."""
    rows = max((cell.row for cell in placed.values()), default=-1) + 1
    return tuple(max(heights[i] for i, cell in placed.items() if cell.row == row) for row in range(rows))
