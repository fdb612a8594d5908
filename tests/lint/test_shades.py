"""What the YAML cases cannot say: severity by degree, progress instead of a finding, cures that are withheld."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.cases import project_of
from wizard.lint import runner
from wizard.lint.rule import Finding, Severity

NAMES = [f"Field {n}" for n in range(1, 11)]
ASKED = [{"text": "What sum?", "field": "f1", "asked_at": "s2"}]
INTO_P2 = {"target": "pipeline", "to": {"pipeline": "p2"}}


def _findings(rule: str, case: dict[str, Any]) -> list[Finding]:
    return [f for f in runner.run(project_of(case), strict=True).findings if f.rule == rule]


@pytest.mark.parametrize(
    ("n", "questions", "expected"),
    [
        (3, [], []),
        (4, [], [Severity.HINT]),
        (5, [], [Severity.HINT]),
        (6, [], [Severity.WARNING]),
        (5, ASKED, []),
        (7, ASKED, [Severity.HINT]),
        (8, ASKED, [Severity.WARNING]),
    ],
)
def test_more_fields_weigh_more(n: int, questions: list[Any], expected: list[Severity]) -> None:
    stages = ["Request received", {"name": "Contact made", "fields": [f"f{i + 1}" for i in range(n)]}]
    found = _findings("too-many-required", {"fields": NAMES, "stages": stages, "questions": questions})
    assert [finding.severity for finding in found] == expected


def test_fields_demanded_before_and_built_in_ones_are_not_new() -> None:
    fields = [*NAMES[:5], *({"name": f"Own {n}", "place": "deal_built_in"} for n in range(5))]
    first, second = ["f1", "f2", "f3"], [f"f{n}" for n in range(1, 11)]
    stages = [{"name": "Request received", "fields": first}, {"name": "Contact made", "fields": second}]
    assert _findings("too-many-required", {"fields": fields, "stages": stages}) == []


@pytest.mark.parametrize("rule", ["too-few-questions", "too-few-reasons", "no-other-reason"])
def test_what_nobody_has_touched_is_progress(rule: str) -> None:
    report = runner.run(project_of({"name": "Sales"}))
    assert rule in {finding.rule for finding in report.progress}
    assert rule not in {finding.rule for finding in report.findings}


def test_a_fourth_funnel_is_not_launched_by_a_button() -> None:
    others = [{"launch": "later"}, {"launch": "now"}, {"launch": "now"}]
    found = _findings("route-to-later-funnel", {"pipelines": [{"launch": "now", "won_route": INTO_P2}, *others]})
    assert [finding.fix for finding in found] == [None]


def test_no_date_is_made_up_where_there_is_no_field_for_it() -> None:
    case = {"pipelines": [{"lost_route": INTO_P2}, {"goal_type": "return_refused"}]}
    assert [finding.fix for finding in _findings("warm-without-date", case)] == [None]


def test_a_route_that_should_not_be_needs_no_date() -> None:
    case = {"pipelines": [{"goal_type": "fulfilment", "lost_route": INTO_P2}, {"goal_type": "return_customer"}]}
    assert _findings("warm-without-date", case) == []
    assert len(_findings("refund-to-warming", case)) == 1


def test_a_list_is_not_merged_into_a_built_in_field() -> None:
    budget = {"id": "amount", "name": "Budget", "type": "monetary", "place": "deal_built_in"}
    case = {"fields": [budget, {"name": "Amount", "options": [{"id": "few", "name": "Up to 100"}]}]}
    assert [finding.fix for finding in _findings("built-in-again", case)] == [None]


def test_a_health_question_is_told_about_once() -> None:
    case = {"fields": ["Note"], "questions": [{"text": "How is your health, any allergies?", "field": "f1"}]}
    assert len(_findings("health-data-field", case)) == 1
    assert _findings("question-may-offend", case) == []


@pytest.mark.parametrize(
    "name", ["Новая заявка", "Новый лид", "Первичный приём", "Тест-драйв", "New lead", "Test drive"]
)
def test_a_noun_the_trade_understands_is_a_hint(name: str) -> None:
    assert [f.severity for f in _findings("stage-bare-noun", {"stages": [name]})] == [Severity.HINT]


@pytest.mark.parametrize(("goal", "expected"), [("first_payment", Severity.WARNING), ("fulfilment", Severity.HINT)])
def test_a_bare_noun_weighs_less_in_delivery(goal: str, expected: Severity) -> None:
    case = {"goal_type": goal, "stages": ["Request received", "Measurement"]}
    assert [f.severity for f in _findings("stage-bare-noun", case)] == [expected]


def test_two_wrong_routes_are_told_about_each() -> None:
    """Mending one circle leaves the other: each has a route of its own that is wrong."""
    to_first = {"target": "pipeline", "to": {"pipeline": "p1"}}
    warming = {"goal_type": "return_refused", "lost_route": to_first}
    case = {
        "loss_reasons": ["Too dear"],
        "pipelines": [
            {
                "lost_route": INTO_P2,
                "losses": [{"reason": "r1", "route": {"target": "pipeline", "to": {"pipeline": "p3"}}}],
            },
            warming,
            {**warming, "goal_type": "return_customer"},
        ],
    }
    found = _findings("returns-before-buying", case)
    assert [f.path for f in found] == ["pipelines/p2/lost_route", "pipelines/p3/lost_route"]


def test_a_task_is_no_stage_and_may_become_what_comes_of_it() -> None:
    found = _findings("stage-is-attempt", {"stages": ["Заявка получена", "Подписать акт"]})
    offered = [dict(fix.args)["becomes"] for f in found for fix in f.fixes]
    assert [f.variant for f in found] == ["todo"]
    assert offered == ["Акт подписан", "Контакт установлен", "Предложение обсуждено"]


def test_the_date_is_not_asked_at_the_first_stage() -> None:
    stages = [{"name": "Request received"}, {"name": "Demo booked", "term": "f:f1"}]
    found = _findings("term-before-date", {"fields": [{"name": "Demo date", "type": "date"}], "stages": stages})
    assert [(f.path, f.fix) for f in found] == [("pipelines/p/stages/s2/term", None)]
