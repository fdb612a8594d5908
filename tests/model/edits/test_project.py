"""Edits of the project as a whole."""

from __future__ import annotations

from tests.small import PROJECT
from wizard.model.edits import project as edits
from wizard.model.pipeline import Hints
from wizard.model.project import Company, KeptFinding, Language, Step

KEPT = KeptFinding(rule="no-fact", path="pipelines/sale", reason="known", fingerprint="a")


def test_attributes_of_the_project_are_replaced() -> None:
    after = edits.change_project(PROJECT, revenue_goal=1_000_000, main_pipeline="warming")
    assert (after.revenue_goal, after.main_pipeline) == (1_000_000, "warming")
    assert after.changed(revenue_goal=None, main_pipeline="sale") == PROJECT


def test_the_company_is_changed_in_part() -> None:
    named = edits.change_company(PROJECT, name="Мебель и точка")
    after = edits.change_company(named, language=Language.EN)
    assert after == PROJECT.changed(company=Company(name="Мебель и точка", language=Language.EN))


def test_hints_greet_clients_in_the_name_of_the_company() -> None:
    sale = PROJECT.pipelines[0]
    stage = sale.stages[0].changed(step="Это шаг Дома", hints=Hints(newbie="Это Дом, вы были в Домике"))
    before = PROJECT.changed(company=Company(name="Дом")).with_pipeline(sale.changed(stages=(stage, *sale.stages[1:])))
    after = edits.change_company(before, name="Сад")
    assert after.pipelines[0].stages[0] == stage.changed(hints=Hints(newbie="Это Сад, вы были в Домике"))
    assert edits.change_company(after, name="").pipelines == after.pipelines


def test_a_step_is_started_once() -> None:
    after = edits.start_step(PROJECT, Step.SHAPE)
    assert after == PROJECT.changed(started=(Step.SHAPE,))
    assert edits.start_step(after, Step.SHAPE) == after


def test_a_ready_step_is_a_started_one_and_the_mark_can_be_taken_back() -> None:
    ready = edits.mark_ready(PROJECT, Step.SHAPE)
    assert ready == PROJECT.changed(started=(Step.SHAPE,), ready=(Step.SHAPE,))
    assert edits.mark_ready(ready, Step.SHAPE) == ready
    assert edits.mark_ready(ready, Step.SHAPE, ready=False) == PROJECT.changed(started=(Step.SHAPE,))


def test_a_finding_is_kept_once_with_the_newest_reason() -> None:
    after = edits.keep_finding(edits.keep_finding(PROJECT, KEPT), KEPT.changed(reason="law", note="Так надо"))
    assert after == PROJECT.changed(kept=(KEPT.changed(reason="law", note="Так надо"),))


def test_a_kept_finding_is_shown_again() -> None:
    other = KEPT.changed(path="pipelines/warming")
    both = edits.keep_finding(edits.keep_finding(PROJECT, KEPT), other)
    assert edits.unkeep_finding(both, "no-fact", path="pipelines/sale") == PROJECT.changed(kept=(other,))
