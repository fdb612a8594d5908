"""The audit by the six steps: what is in order, what to repair first, and what nobody can see."""

from __future__ import annotations

import pytest

from tests.audit import bodies
from tests.audit.bodies import ENDS, dumped, pipeline, status
from wizard.audit.found import Found
from wizard.audit.good import Good
from wizard.audit.project import project_of
from wizard.audit.readers import from_json, from_text
from wizard.audit.report import AuditReport, State, report
from wizard.lint import paths
from wizard.lint.rule import Finding, Severity
from wizard.model.project import Project, Step

STOCK = "Первичный контакт > Отправили > Переговоры > Принимают решение"
FINE = (
    "Первичная продажа: Заявка получена > Замер назначен > Замер проведён > Предложение обсуждено\n"
    "Прогрев отказов: Отказ разобран > Контакт восстановлен > Потребность подтверждена > Условия согласованы"
)
ALWAYS_UNKNOWN = {"entry", "facts", "steps", "terms", "numbers", "key_stage", "questions", "routes"}


def _judged(found: Found) -> AuditReport:
    return report(found, project_of(found))


def _pasted(text: str) -> AuditReport:
    return _judged(from_text(text))


def _rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


def test_the_stock_pipeline_yields_four_findings_with_cures_at_least() -> None:
    judged = _pasted(STOCK)
    assert len([finding for finding in judged.findings if finding.fix]) >= 4
    assert judged.repairs[0].first.severity is Severity.ERROR
    assert len(judged.repairs) == 3
    assert all(repair.curable for repair in judged.repairs)


def test_what_an_account_cannot_show_is_unknown_and_never_a_finding() -> None:
    judged = _pasted(STOCK)
    hidden = {rule for unknown in judged.unknown for rule in unknown.rules}
    assert {
        "no-fact",
        "no-step",
        "no-term",
        "no-key-stage",
        "nobody-enters",
        "client-lost",
        "too-few-reasons",
    } <= hidden
    assert not hidden & _rules(judged.findings)
    assert {unknown.topic for unknown in judged.unknown} == ALWAYS_UNKNOWN | {"fields", "contacts", "reasons"}


@pytest.mark.parametrize("step", Step)
def test_each_step_is_in_order_has_findings_or_is_unknown(step: Step) -> None:
    judged = {each.step: each for each in _pasted(STOCK).steps}[step]
    known = {Step.GOALS: State.FINDINGS, Step.STAGES: State.FINDINGS}
    assert judged.state is known.get(step, State.UNKNOWN)
    assert (judged.score is None) is (judged.state is State.UNKNOWN)


def test_good_funnels_are_told_to_be_in_order() -> None:
    judged = _pasted(FINE)
    assert judged.findings == ()
    assert (judged.repairs, judged.rest, judged.score) == ((), (), 100)
    assert [good for step in judged.steps for good in step.good] == [
        Good(Step.GOALS, "goals", 2, 2),
        Good(Step.STAGES, "names", 8, 8),
        Good(Step.STAGES, "sizes", 2, 2),
    ]
    assert (judged.count(State.IN_ORDER), judged.count(State.UNKNOWN)) == (2, 4)


def test_one_funnel_of_an_account_is_not_blamed_for_being_alone() -> None:
    alone = pipeline("Продажи", status(1, "Думает"), *ENDS)
    assert "single-funnel" in _rules(_judged(from_json(dumped([alone]))).findings)
    judged = _judged(from_json(dumped(alone)))
    assert "single-funnel" not in _rules(judged.findings)
    assert "others" in {unknown.topic for unknown in judged.unknown}


def test_fields_and_reasons_are_judged_where_they_are_shown() -> None:
    whole = {
        "pipelines": bodies.stock(),
        "custom_fields": [{"id": n, "name": "Срок", "type": "select", "enums": []} for n in (1, 2)],
        "loss_reasons": [{"id": 1, "name": "Думает"}],
    }
    judged = _judged(from_json(dumped(whole)))
    assert {"same-field-name", "reason-is-waiting", "no-other-reason"} <= _rules(judged.findings)
    assert {unknown.topic for unknown in judged.unknown} == ALWAYS_UNKNOWN | {"contacts", "comments"}
    none = _judged(from_json(dumped({**whole, "loss_reasons": []})))
    assert "too-few-reasons" in _rules(none.findings)


def test_a_blank_name_of_an_account_is_a_finding() -> None:
    judged = _judged(from_json(dumped([pipeline("Продажи", status(1, ""), *ENDS)])))
    assert "blank-name" in _rules(judged.findings)


def test_seven_funnels_that_run_already_are_not_launched_at_once() -> None:
    text = "\n\n".join(f"Воронка {n}:\nЗаявка получена" for n in range(7))
    assert "launch-too-many" not in _rules(_pasted(text).findings)


def test_colours_of_old_accounts_are_no_findings() -> None:
    judged = _judged(from_json(dumped(bodies.stock())))
    assert "colour-not-in-palette" not in _rules(judged.findings)
    assert [note.what for note in judged.notes] == ["foreign_colours"]


def test_the_same_in_many_stages_is_one_repair() -> None:
    judged = _pasted("Продажи: " + " > ".join(["Думает"] * 150))
    assert len(judged.repairs) <= 3
    assert max(len(repair.findings) for repair in (*judged.repairs, *judged.rest)) == 150
    assert judged.score < 50


def test_the_score_is_reckoned_as_documented() -> None:
    warming = "Отказ разобран > Контакт восстановлен > Потребность подтверждена > Условия согласованы"
    sales = "Заявка получена > Думает > Замер > Предложение обсуждено"
    judged = _pasted(f"Продажи: {sales}\nПрогрев отказов: {warming}")
    by_step = {step.step: step for step in judged.steps}
    weights = sorted(str(f.severity) for f in by_step[Step.STAGES].findings)
    assert weights == ["error", "warning"]
    assert by_step[Step.STAGES].score == round(100 * (1 - (1 + 0.7) / 8)) == 79
    assert by_step[Step.GOALS].score == 100
    assert judged.score == round((79 + 100) / 2)


def test_every_finding_has_a_place_in_the_project() -> None:
    project = project_of(from_text(STOCK))
    for finding in report(from_text(STOCK), project).findings:
        assert finding.path == paths.PROJECT or _stands(project, finding.path)


def _stands(project: Project, path: str) -> bool:
    pipeline_id, stage_id = paths.pipeline_of(path), paths.stage_of(path)
    found = next((p for p in project.pipelines if p.id == pipeline_id), None)
    return found is not None and (stage_id is None or any(s.id == stage_id for s in found.stages))
