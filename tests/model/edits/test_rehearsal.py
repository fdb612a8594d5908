"""Telling deals, and what becomes of them when the stages change."""

from __future__ import annotations

import pytest

from tests.model.test_rehearsal import BACK, SHOWN, STOOD, deal, with_deals
from tests.small import PROJECT
from wizard.model.edits.pipelines import delete_pipeline, duplicate_pipeline
from wizard.model.edits.rehearsal import (
    add_told_stage,
    change_gap,
    forget_deal,
    mark_stage,
    retell_deal,
    set_outcome,
    tell_deal,
)
from wizard.model.edits.stages import StageRef, change_stage, delete_stage, move_stage
from wizard.model.merge import merged
from wizard.model.project import Project
from wizard.model.rehearsal import Gap, GapKind, Outcome, ToldDeal

ONE = with_deals(deal())


def marked(project: Project, *kinds: GapKind, stage: str = "offered") -> Project:
    return mark_stage(project, "d", stage=stage, kinds=kinds)


def gaps(project: Project) -> tuple[Gap, ...]:
    return project.told("d").gaps


def test_a_told_deal_was_won_and_went_straight_through() -> None:
    told = tell_deal(PROJECT, "sale", text="Кухня")
    assert told.rehearsal == (ToldDeal(id="kukhnya", pipeline="sale", text="Кухня"),)
    assert forget_deal(told, "kukhnya") == PROJECT
    assert retell_deal(told, "kukhnya", text="Шкаф").told("kukhnya").text == "Шкаф"


def test_a_deal_that_was_won_got_to_the_end() -> None:
    lost = retell_deal(set_outcome(ONE, "d", outcome=Outcome.LOST), "d", reached="met")
    assert lost.told("d") == deal(outcome=Outcome.LOST, reached="met")
    assert set_outcome(lost, "d", outcome=Outcome.OPEN).told("d").reached == "met"
    assert set_outcome(lost, "d", outcome=Outcome.WON) == ONE


def test_what_was_different_at_a_stage_is_marked_and_unmarked() -> None:
    both = marked(ONE, GapKind.STOOD, GapKind.RETURNED)
    assert gaps(both) == (Gap(kind=GapKind.STOOD, stage="offered"), BACK)
    assert marked(both) == ONE


def test_details_of_what_stays_marked_are_kept() -> None:
    days = change_gap(marked(ONE, GapKind.STOOD), "d", kind=GapKind.STOOD, stage="offered", days=20)
    stood = Gap(kind=GapKind.STOOD, stage="offered", days=20)
    assert gaps(days) == (stood,)
    back = change_gap(
        marked(days, GapKind.STOOD, GapKind.RETURNED), "d", kind=GapKind.RETURNED, stage="offered", to="new"
    )
    assert gaps(back) == (stood, BACK.changed(to="new"))
    with pytest.raises(KeyError):
        change_gap(ONE, "d", kind=GapKind.STOOD, stage="offered", days=1)


def test_a_stage_jumped_over_has_nothing_else_to_tell() -> None:
    skipped = marked(ONE, GapKind.SKIPPED)
    assert gaps(marked(skipped, GapKind.SKIPPED, GapKind.STOOD)) == (Gap(kind=GapKind.STOOD, stage="offered"),)
    stood = marked(ONE, GapKind.STOOD)
    assert marked(stood, GapKind.SKIPPED, GapKind.STOOD) == skipped


def test_there_is_no_way_back_from_the_first_stage() -> None:
    assert marked(ONE, GapKind.RETURNED, stage="new") == ONE


def test_deals_follow_names_and_moves() -> None:
    told = with_deals(deal(BACK, STOOD, SHOWN))
    assert change_stage(told, StageRef("sale", "met"), name="Замер проведён").rehearsal == told.rehearsal
    assert move_stage(told, StageRef("sale", "met"), by=1).rehearsal == told.rehearsal


def test_what_was_told_about_a_deleted_stage_is_told_about_the_one_before() -> None:
    skipped = Gap(kind=GapKind.SKIPPED, stage="met")
    after = SHOWN.changed(stage="met")
    told = with_deals(deal(skipped), deal(STOOD, BACK, after, outcome=Outcome.LOST, reached="met").changed(id="e"))
    left = delete_stage(told, StageRef("sale", "met")).rehearsal
    inherited = (BACK.changed(to="new"), STOOD.changed(stage="new"), SHOWN)
    assert left[0] == deal()
    assert left[1] == deal(*inherited, outcome=Outcome.LOST, reached="new").changed(id="e")


def test_what_was_told_about_the_stage_before_itself_holds() -> None:
    told = with_deals(deal(STOOD, STOOD.changed(stage="new", days=2)))
    assert gaps(delete_stage(told, StageRef("sale", "met"))) == (STOOD.changed(stage="new", days=2),)


def test_what_was_told_about_a_deleted_first_stage_goes() -> None:
    to_first = BACK.changed(to="new")
    told = with_deals(deal(SHOWN, to_first, STOOD, outcome=Outcome.OPEN).changed(reached="new"))
    assert delete_stage(told, StageRef("sale", "new")).told("d") == deal(STOOD, outcome=Outcome.OPEN)


def test_deals_of_other_pipelines_are_left_alone() -> None:
    other = ToldDeal(id="w", pipeline="warming", text="Ивановы", gaps=(Gap(kind=GapKind.STOOD, stage="found"),))
    told = with_deals(deal(STOOD), other)
    assert delete_stage(told, StageRef("sale", "met")).told("w") == other
    assert delete_pipeline(told, "sale").rehearsal == (other,)
    assert duplicate_pipeline(told, "sale", name="Шкафы").rehearsal == told.rehearsal


def test_what_happened_becomes_a_stage_for_the_deals_that_told_it() -> None:
    alike = deal(SHOWN.changed(words="образцы Показаны"), STOOD).changed(id="e")
    other = deal(SHOWN.changed(words="Скидка согласована")).changed(id="f")
    told = with_deals(deal(SHOWN), alike, other)
    cured = add_told_stage(told, StageRef("sale", "new"), words="Образцы показаны")
    assert [s.name for s in cured.pipeline("sale").stages][:2] == ["Заявка получена", "Образцы показаны"]
    assert cured.rehearsal == (deal(), alike.changed(gaps=(STOOD,)), other)


def test_two_writers_may_each_tell_a_deal() -> None:
    mine, theirs = (tell_deal(PROJECT, "sale", text=text) for text in ("Кухня", "Шкаф"))
    together = merged(PROJECT, mine, theirs)
    assert together is not None
    assert {told.text for told in together.rehearsal} == {"Кухня", "Шкаф"}
    stood = mark_stage(mine, "kukhnya", stage="met", kinds=[GapKind.STOOD])
    assert merged(mine, stood, delete_stage(mine, StageRef("sale", "met"))) is None
