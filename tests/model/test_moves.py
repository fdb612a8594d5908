"""Where the deals of former stages go: kept in the project, and following its edits."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.small import PROJECT
from wizard.model.changes import Changed, changes
from wizard.model.edits.pipelines import delete_pipeline
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.merge import merged
from wizard.model.moves import DealMove, End
from wizard.storage.project_file import dump, load

THINKING = DealMove(
    account="example.amocrm.ru",
    from_pipeline="Воронка",
    from_stage="Думает",
    remote_pipeline="3001",
    remote_stage="142001",
    pipeline="sale",
    stage="met",
)
PAID = DealMove(from_pipeline="Воронка", from_stage="Оплачено", pipeline="sale", end=End.WON)
BY_HAND = DealMove(from_pipeline="Старая", from_stage="Разное", pipeline="warming")
WITH_MOVES = PROJECT.changed(moves=(THINKING, PAID, BY_HAND))


def test_what_is_undecided_is_told_apart() -> None:
    assert [move.decided for move in WITH_MOVES.moves] == [True, True, False]


def test_a_project_file_keeps_them() -> None:
    assert load(dump(WITH_MOVES)) == WITH_MOVES
    assert b"moves" not in dump(PROJECT)


@pytest.mark.parametrize(
    "values", [{"pipeline": "nowhere"}, {"stage": "nowhere"}, {"stage": "found"}, {"end": End.WON}]
)
def test_one_that_leads_nowhere_or_to_two_places_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        PROJECT.changed(moves=(THINKING.changed(**values),))


def test_deals_follow_to_the_stage_that_takes_the_place_of_a_deleted_one() -> None:
    after = delete_stage(WITH_MOVES, StageRef("sale", "met"))
    assert after.moves == (THINKING.changed(stage="new"), PAID, BY_HAND)


def test_with_no_stage_left_somebody_decides_by_hand() -> None:
    after = WITH_MOVES
    for stage in ("new", "met", "offered"):
        after = delete_stage(after, StageRef("sale", stage))
    assert after.moves == (THINKING.changed(stage=None), PAID, BY_HAND)


def test_moves_into_a_deleted_pipeline_go() -> None:
    assert delete_pipeline(WITH_MOVES, "warming").moves == (THINKING, PAID)


def test_two_writers_moves_are_brought_together() -> None:
    mine = WITH_MOVES.changed(moves=(THINKING.changed(stage="offered"), PAID, BY_HAND))
    theirs = WITH_MOVES.changed(moves=(THINKING, PAID.changed(end=End.LOST)))
    together = merged(WITH_MOVES, mine, theirs)
    assert together
    assert together.moves == (THINKING.changed(stage="offered"), PAID.changed(end=End.LOST))


def test_a_changed_move_is_told() -> None:
    assert changes(PROJECT, WITH_MOVES) == (Changed("moves"),)
