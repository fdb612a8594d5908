"""Two writers' changes brought together, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.test_any_edits import PATIENT
from tests.small import PROJECT
from tests.strategies import edits, projects
from wizard.model.edits.fields import add_field, delete_field
from wizard.model.edits.pipelines import (
    add_empty_pipeline,
    change_pipeline,
    delete_pipeline,
    duplicate_pipeline,
    move_pipeline,
)
from wizard.model.edits.project import change_company, change_project, mark_ready
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.fields import Field
from wizard.model.merge import merged
from wizard.model.moves import DealMove
from wizard.model.project import Project, Step

MET = StageRef("sale", "met")
IN_SALE = change_stage(PROJECT, MET, name="Замер проведён")
IN_WARMING = change_pipeline(PROJECT, "warming", goal="Вернуть")


def test_changes_in_different_funnels_go_together() -> None:
    both = change_pipeline(IN_SALE, "warming", goal="Вернуть")
    assert merged(PROJECT, IN_SALE, IN_WARMING) == both == merged(PROJECT, IN_WARMING, IN_SALE)


def test_a_company_a_new_funnel_and_a_new_field_go_together() -> None:
    mine = add_field(change_company(PROJECT, name="Дом"), Field(id="mine", name="Моё"))
    theirs = add_empty_pipeline(add_field(PROJECT, Field(id="theirs", name="Их")), "Партнёры")
    together = merged(PROJECT, mine, theirs)
    assert together is not None
    assert together.company.name == "Дом"
    assert {f.id for f in together.fields} == {f.id for f in PROJECT.fields} | {"mine", "theirs"}
    assert [p.name for p in together.pipelines] == [*(p.name for p in PROJECT.pipelines), "Партнёры"]


def test_another_order_goes_with_a_change() -> None:
    moved = move_pipeline(PROJECT, "sale", by=1)
    assert merged(PROJECT, moved, IN_SALE) == move_pipeline(IN_SALE, "sale", by=1) == merged(PROJECT, IN_SALE, moved)


def test_an_item_added_in_the_middle_stays_there() -> None:
    copied = duplicate_pipeline(PROJECT, "sale", name="Шкафы")
    assert merged(PROJECT, IN_WARMING, copied) == duplicate_pipeline(IN_WARMING, "sale", name="Шкафы")


def test_moves_of_stages_that_cannot_be_told_apart_are_all_kept() -> None:
    move = DealMove(from_pipeline="Продажи", from_stage="Думает", pipeline="sale")
    twice = PROJECT.changed(moves=(move, move.changed(stage="met")))
    assert merged(PROJECT, IN_SALE, twice) == IN_SALE.changed(moves=twice.moves)
    assert merged(PROJECT, PROJECT.changed(moves=(move,)), twice) is None


def test_the_progress_of_both_counts() -> None:
    mine, theirs = (mark_ready(PROJECT, step) for step in (Step.GOALS, Step.STAGES))
    together = merged(PROJECT, mine, theirs)
    assert together is not None
    assert set(together.ready) == {Step.GOALS, Step.STAGES}


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (IN_SALE, change_stage(PROJECT, MET, name="Осмотр проведён")),
        (IN_SALE, change_stage(PROJECT, StageRef("sale", "new"), name="Заявка пришла")),
        (IN_WARMING, delete_pipeline(PROJECT, "warming")),
        (change_project(PROJECT, revenue_goal=1), change_project(PROJECT, revenue_goal=2)),
    ],
    ids=["same stage", "same funnel", "changed and deleted", "same number"],
)
def test_changes_of_the_same_thing_do_not(mine: Project, theirs: Project) -> None:
    assert merged(PROJECT, mine, theirs) is None
    assert merged(PROJECT, theirs, mine) is None


def test_changes_that_no_longer_fit_do_not() -> None:
    """One writer uses the field that the other one deletes."""
    base = add_field(PROJECT, Field(id="spare", name="Запасное"))
    uses = change_stage(base, MET, fields=("spare",))
    assert merged(base, uses, delete_field(base, "spare")) is None


@PATIENT
@given(st.data())
def test_one_writer_s_change_alone_is_what_comes_out(data: st.DataObject) -> None:
    base = data.draw(projects())
    after = data.draw(edits(base))
    same_progress = {"started": base.started, "ready": base.ready}
    after = after.changed(**same_progress)
    assert merged(base, after, base) == after == merged(base, base, after) == merged(base, after, after)


@PATIENT
@given(st.data())
def test_whatever_two_writers_do_the_outcome_is_valid_or_nothing(data: st.DataObject) -> None:
    base = data.draw(projects())
    together = merged(base, data.draw(edits(base)), data.draw(edits(base)))
    assert together is None or Project.model_validate(together.model_dump()) == together
