"""What a told deal says about the stages as they stand."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.small import PROJECT, SALE
from wizard.model.edits.rehearsal import tell_deal
from wizard.model.edits.stages import StageRef, change_stage, move_stage
from wizard.model.project import Project
from wizard.model.rehearsal import Gap, GapKind, Outcome, ToldDeal, limit_days, told_about
from wizard.model.terms import Term
from wizard.storage.project_file import dump, load

BACK = Gap(kind=GapKind.RETURNED, stage="offered", to="met")
STOOD = Gap(kind=GapKind.STOOD, stage="met", days=9)
SHOWN = Gap(kind=GapKind.MISSING, stage="new", words="Образцы показаны")


def deal(*gaps: Gap, outcome: Outcome = Outcome.WON, reached: str | None = None) -> ToldDeal:
    return ToldDeal(id="d", pipeline="sale", text="Кухня для Петровых", gaps=gaps, outcome=outcome, reached=reached)


def with_deals(*deals: ToldDeal) -> Project:
    return PROJECT.changed(rehearsal=deals)


def test_gaps_are_told_in_the_order_of_the_stages() -> None:
    assert deal(BACK, STOOD, SHOWN).gaps_in(SALE) == (SHOWN, STOOD, BACK)


def test_a_lost_deal_is_judged_as_far_as_it_got() -> None:
    lost = deal(BACK, SHOWN, outcome=Outcome.LOST, reached="met")
    assert lost.walked(SALE) == SALE.stages[:2]
    assert lost.gaps_in(SALE) == (SHOWN,)
    assert deal(outcome=Outcome.LOST).walked(SALE) == SALE.stages


def test_a_change_of_the_stages_settles_a_gap() -> None:
    moved = move_stage(PROJECT, StageRef("sale", "met"), by=1)
    assert deal(BACK).gaps_in(moved.pipeline("sale")) == ()
    named = change_stage(PROJECT, StageRef("sale", "met"), name="образцы показаны")
    assert deal(SHOWN).gaps_in(named.pipeline("sale")) == ()


def test_words_not_said_yet_are_no_gap() -> None:
    assert deal(SHOWN.changed(words="")).gaps_in(SALE) == ()


@pytest.mark.parametrize(
    ("code", "days", "stood"),
    [("9d", 9, False), ("8d", 9, True), ("7wd", 9, False), ("5wd", 9, True), ("9d", None, True), ("f:when", 1, True)],
)
def test_a_deal_stood_too_long_when_it_stood_longer_than_the_limit(code: str, days: int | None, stood: bool) -> None:
    project = change_stage(PROJECT, StageRef("sale", "met"), term=Term.model_validate(code))
    told = deal(STOOD.changed(days=days))
    assert bool(told.gaps_in(project.pipeline("sale"))) is stood


def test_a_limit_is_counted_in_calendar_days() -> None:
    codes = ("36h", "10wd", "40wh", "30m", "f:when")
    assert [limit_days(Term.model_validate(code)) for code in codes] == [1.5, 14, 7, pytest.approx(1 / 48), None]
    assert limit_days(None) is None


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "skipped", "days": 3},
        {"kind": "stood", "words": "x"},
        {"kind": "missing", "to": "new"},
        {"kind": "returned"},
        {"kind": "returned", "to": "met"},
        {"kind": "stood", "days": 0},
    ],
)
def test_a_gap_has_the_details_of_its_own_kind_only(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Gap.model_validate({"stage": "met", **values})


def test_a_deal_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ValidationError):
        deal(STOOD, STOOD.changed(days=1))
    with pytest.raises(ValidationError):
        deal(reached="met")


@pytest.mark.parametrize(
    "told",
    [
        deal().changed(pipeline="gone"),
        deal(STOOD.changed(stage="gone")),
        deal(BACK.changed(to="gone")),
        deal(outcome=Outcome.OPEN, reached="found"),
    ],
)
def test_a_project_refuses_deals_about_what_it_does_not_have(told: ToldDeal) -> None:
    with pytest.raises(ValidationError):
        with_deals(told)


def test_deals_are_kept_in_the_file_and_a_project_without_them_says_nothing_of_them() -> None:
    project = with_deals(deal(BACK, STOOD, SHOWN), deal(outcome=Outcome.LOST, reached="met").changed(id="e"))
    assert load(dump(project)) == project
    assert b"rehearsal" not in dump(PROJECT)


def test_deals_are_told_about_one_pipeline() -> None:
    project = tell_deal(with_deals(deal()), "warming", text="Ивановы вернулись")
    assert told_about(project, "sale") == (deal(),)
    assert [d.text for d in told_about(project, "warming")] == ["Ивановы вернулись"]
