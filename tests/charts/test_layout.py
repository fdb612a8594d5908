"""The layout of the map: cells by purpose, no box over another, no arrow through a box."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.projects import GOALS, ring
from wizard.charts.lanes import Point
from wizard.charts.layout import Box, Cell, cells
from wizard.charts.map_plan import WIDTHS, MapPlan, map_plan
from wizard.charts.wrapping import packed, wrapped
from wizard.i18n.translator import translator
from wizard.model.pipeline import GoalType
from wizard.model.project import Project

BASE = [
    GoalType.HANDOVER,
    GoalType.FIRST_PAYMENT,
    GoalType.RETURN_REFUSED,
    GoalType.REPEAT_PAYMENT,
    GoalType.FULFILMENT,
    GoalType.PARTNER_ACTIVATION,
    GoalType.HIRING,
]


def _plan(project: Project, columns: int) -> MapPlan:
    return map_plan(project, translator("ru"), columns=columns, width=WIDTHS[columns])


def _boxes(plan: MapPlan) -> list[Box]:
    return [plan.box(pipeline) for pipeline in plan.placed]


def _crosses(box: Box, start: Point, end: Point) -> bool:
    """Whether an upright or level line runs through the inside of a box."""
    inside = 0.5
    return (
        min(start.x, end.x) < box.x + box.width - inside
        and box.x + inside < max(start.x, end.x)
        and min(start.y, end.y) < box.y + box.height - inside
        and box.y + inside < max(start.y, end.y)
    )


def _at_edge(box: Box, point: Point) -> bool:
    upright = point.x in (box.x, box.x + box.width) and box.y < point.y < box.y + box.height
    level = point.y in (box.y, box.y + box.height) and box.x < point.x < box.x + box.width
    return upright or level


def test_the_seven_base_funnels_in_three_columns() -> None:
    assert cells(ring(list(BASE)).pipelines, 3) == {
        "p0": Cell(0, 0),
        "p1": Cell(1, 0),
        "p4": Cell(2, 0),
        "p3": Cell(2, 1),
        "p2": Cell(1, 2),
        "p5": Cell(0, 3),
        "p6": Cell(1, 3),
    }


def test_a_phone_has_them_one_under_another_in_the_clients_order() -> None:
    placed = cells(ring(list(BASE)).pipelines, 1)
    assert placed == {f"p{n}": Cell(0, row) for row, n in enumerate((0, 1, 4, 3, 2, 5, 6))}


def test_copies_of_one_kind_fill_the_columns() -> None:
    placed = cells(ring([GoalType.FIRST_PAYMENT] * 4).pipelines, 3)
    assert list(placed.values()) == [Cell(0, 0), Cell(1, 0), Cell(2, 0), Cell(0, 1)]


@pytest.mark.parametrize("columns", [1, 2, 3])
@settings(max_examples=40, deadline=None)
@given(goals=st.lists(st.sampled_from(GOALS), min_size=2, max_size=12))
def test_no_box_covers_another_and_no_arrow_crosses_one(goals: list[GoalType | None], columns: int) -> None:
    project = ring(goals)
    plan = _plan(project, columns)
    boxes = _boxes(plan)
    assert len(boxes) == len(goals)
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
    assert all(box.x >= 0 and box.x + box.width <= WIDTHS[columns] + 0.01 for box in boxes)
    for taken in plan.roads.found:
        path = plan.roads.path(taken)
        assert _at_edge(plan.box(taken.arrow.source), path[0])
        assert _at_edge(plan.box(taken.arrow.target), path[-1])
        for start, end in pairwise(path):
            assert start.x == end.x or start.y == end.y
            assert not any(_crosses(box, start, end) for box in boxes)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_the_texts_fit_their_boxes(columns: int) -> None:
    plan = _plan(ring(list(BASE)), columns)
    assert all(text.height <= plan.box(pipeline).height for pipeline, text in plan.texts.items())


def test_overlapping_boxes_are_told_from_neighbours() -> None:
    box = Box(Cell(0, 0), 0, 0, 10, 10)
    assert box.overlaps(Box(Cell(0, 0), 9, 9, 10, 10))
    assert not box.overlaps(Box(Cell(0, 0), 10, 0, 10, 10))


def test_a_long_name_ends_in_an_ellipsis() -> None:
    assert wrapped("один два три четыре пять", width=60, size=10, lines=2) == ("один два", "три…")
    assert wrapped("х" * 1000, width=60, size=10, lines=2) == ("х" * 10, "…")


def test_items_are_kept_whole_where_they_fit() -> None:
    assert packed(["архив: 5", "руководителю: 2", "стоп: 1"], width=100, size=10, lines=4) == (
        "архив: 5",
        "руководителю: 2",
        "стоп: 1",
    )
    assert packed(["а: 5", "б: 2"], width=100, size=10, lines=4) == ("а: 5 · б: 2",)
    assert packed(["а", "б", "в"], width=10, size=10, lines=2) == ("а", "…")
