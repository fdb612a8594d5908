"""The runner: order, progress, what is kept, and one finding per cause."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.lint.cases import project_of
from wizard.lint import runner
from wizard.lint.rule import Finding, RuleSet, Severity
from wizard.model.edits.losses import set_route
from wizard.model.edits.project import keep_finding, mark_ready
from wizard.model.edits.questions import delete_question
from wizard.model.edits.stages import StageRef, add_stage, change_stage
from wizard.model.project import KeptFinding, Project, Step
from wizard.model.routes import ARCHIVE

WAITING = {"filled": True, "stages": ["Заявка получена", "Думает"], "key_stage": "s1"}


def _of(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [f for f in findings if f.rule == rule]


def _kept(project: Project, finding: Finding) -> Project:
    return keep_finding(
        project,
        KeptFinding(rule=finding.rule, path=finding.path, reason="habit", fingerprint=finding.fingerprint),
    )


def test_a_kept_finding_is_listed_but_not_open() -> None:
    project = project_of(WAITING)
    finding = _of(runner.run(project).open, "stage-waits")[0]
    report = runner.run(_kept(project, finding))
    assert [f.kept for f in _of(report.findings, "stage-waits")] == [True]
    assert _of(report.open, "stage-waits") == []
    assert report.count(Severity.ERROR) == runner.run(project).count(Severity.ERROR) - 1


def test_a_kept_finding_comes_back_when_what_it_was_about_changes() -> None:
    project = project_of(WAITING)
    kept = _kept(project, _of(runner.run(project).open, "stage-waits")[0])
    same = change_stage(kept, StageRef("p", "s2"), step="Позвонить в пятницу")
    other = change_stage(kept, StageRef("p", "s2"), name="Сравнивает")
    assert _of(runner.run(same).open, "stage-waits") == []
    assert [dict(f.args)["name"] for f in _of(runner.run(other).open, "stage-waits")] == ["Сравнивает"]


def test_what_amocrm_refuses_cannot_be_kept() -> None:
    project = project_of({"filled": True, "stages": ["Замер проведён", "Замер проведён"]})
    finding = _of(runner.run(project).findings, "same-stage-name")[0]
    report = runner.run(_kept(project, finding))
    assert _of(report.open, "same-stage-name") == [finding]
    assert finding in report.blocking


def test_the_method_never_blocks() -> None:
    report = runner.run(project_of(WAITING))
    assert _of(report.findings, "stage-waits")
    assert all(f.set is RuleSet.AMOCRM for f in report.blocking)


def test_a_required_rule_silences_the_later_one_on_the_same_object() -> None:
    project = project_of({"name": "Продажи"})
    found = {f.rule for f in runner.run(project, strict=True).findings}
    assert "no-own-stage" in found
    assert not found & {"stage-count", "no-entry-condition", "no-key-stage"}


def test_a_required_rule_does_not_silence_other_objects() -> None:
    project = project_of({"pipelines": [{}, {"stages": ["Заявка получена"]}]})
    found = runner.run(project, strict=True).findings
    assert [f.path for f in _of(found, "no-own-stage")] == ["pipelines/p1/stages"]
    assert [f.path for f in _of(found, "stage-count")] == ["pipelines/p2/stages"]


def test_a_bad_name_gets_one_finding() -> None:
    names = ["Думает", "Отложенное", "Перспектива", "В работе", "Недозвон", "Нецелевой", "Разное", "Переговоры"]
    project = project_of({"stages": [{"name": name} for name in names]})
    found = [f.path for f in runner.run(project).findings if f.path.endswith("/name") and f.rule != "nobody-enters"]
    assert sorted(found) == [f"pipelines/p/stages/s{n}/name" for n in range(1, len(names) + 1)]


def test_empty_values_are_progress_until_papers_are_asked_for() -> None:
    project = project_of({"stages": ["Заявка получена", "Замер проведён"]})
    report, strict = runner.run(project), runner.run(project, strict=True)
    assert _of(report.findings, "no-step") == []
    assert len(_of(report.progress, "no-step")) == 2
    assert len(_of(strict.findings, "no-step")) == 2
    assert strict.progress == ()


def test_empty_values_of_a_step_marked_ready_are_findings() -> None:
    project = mark_ready(project_of({"stages": ["Заявка получена", "Замер проведён"]}), Step.STAGES)
    report = runner.run(project)
    assert len(_of(report.findings, "no-step")) == 2
    assert _of(report.progress, "no-step") == []
    assert len(_of(report.progress, "no-key-stage")) == 1


def test_the_gravest_come_first() -> None:
    long = "Следующая потребность зафиксирована"
    project = project_of({"filled": True, "stages": [long, "Переговоры", "Думает"], "won": {"name": "Оплата получена"}})
    order = list(Severity)
    places = [order.index(f.severity) for f in runner.run(project).findings]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2}


def test_findings_about_an_object_are_those_of_its_parts() -> None:
    report = runner.run(project_of({"stages": ["Заявка получена", "Думает"] + ["Замер проведён"] * 9}))
    assert {f.rule for f in report.about("pipelines/p/stages/s2")} == {"stage-waits"}
    assert report.about("pipelines/p/stages/s") == ()


@pytest.mark.parametrize(
    ("rule", "case", "change"),
    [
        (
            "no-attempts-rule",
            {"stages": [{"name": "Заявка получена", "step": "Позвонить"}, "Контакт установлен"]},
            partial(change_stage, at=StageRef("p", "s1"), step="Позвонить дважды"),
        ),
        (
            "owner-change-without-handover",
            {
                "stages": [
                    {"name": "Договор подписан", "owner_role": "Менеджер"},
                    {"name": "Монтаж назначен", "owner_role": "Монтажник", "proof": "Дата согласована"},
                ]
            },
            partial(change_stage, at=StageRef("p", "s2"), proof="Дата и адрес согласованы"),
        ),
        (
            "no-stop-answer",
            {"fields": ["Срок"], "questions": [{"text": "К какой дате?", "field": "f1"}]},
            partial(delete_question, pipeline_id="p", question="q1"),
        ),
        (
            "client-lost",
            {"loss_reasons": ["Дорого"], "losses": [{"reason": "r1"}]},
            partial(set_route, pipeline_id="p", reason="r1", route=ARCHIVE),
        ),
        (
            "stage-count",
            {"stages": ["Заявка получена", "Замер проведён"]},
            partial(add_stage, pipeline_id="p", name="Договор подписан"),
        ),
    ],
)
def test_what_a_kept_finding_knows_of_its_object_changes_with_it(
    rule: str, case: dict[str, Any], change: Callable[[Project], Project]
) -> None:
    project = project_of(case)
    finding = _of(runner.run(project, strict=True).open, rule)[0]
    kept = _kept(project, finding)
    assert _of(runner.run(kept, strict=True).open, rule) == []
    again = _of(runner.run(change(kept), strict=True).findings, rule)
    assert not [f for f in again if f.kept]


def test_an_edit_elsewhere_leaves_a_finding_kept() -> None:
    project = project_of({"stages": [{"name": "Заявка получена", "step": "Позвонить"}, "Контакт установлен"]})
    kept = _kept(project, _of(runner.run(project).open, "no-attempts-rule")[0])
    elsewhere = change_stage(kept, StageRef("p", "s2"), name="Разговор состоялся", step="Задать вопросы")
    assert [f.kept for f in _of(runner.run(elsewhere).findings, "no-attempts-rule")] == [True]


def test_a_blank_name_belongs_to_the_step_it_is_given_in() -> None:
    blank = {"fields": [""], "loss_reasons": [""], "name": "", "won": {"name": ""}, "stages": [""]}
    steps = [(f.variant, f.step) for f in runner.run(project_of(blank)).progress if f.rule == "blank-name"]
    assert sorted(steps) == [
        ("field", Step.QUALIFICATION),
        ("pipeline", Step.GOALS),
        ("reason", Step.LOSSES),
        ("stage", Step.STAGES),
        ("won", Step.STAGES),
    ]
