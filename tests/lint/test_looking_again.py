"""A check that knows an earlier one finds what a fresh one finds; and rules read no more than they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.lint.cases import project_of
from tests.strategies import edits, projects
from wizard.lint import runner
from wizard.lint.rule import Finding, Reads, Rule
from wizard.lint.rules import RULES
from wizard.model.edits.fields import change_field
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.project import change_company, mark_ready
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Launch
from wizard.model.project import Project, Step

WHOLE = tuple(replace(rule, reads=Reads.PROJECT) for rule in RULES)
PATIENT = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TWO = project_of(
    {
        "fields": [{"name": "Срок"}],
        "pipelines": [
            {
                "stages": [{"name": "Заявка получена", "fields": ["f1"]}, "Думает"],
                "won_route": {"target": "pipeline", "to": {"pipeline": "p2"}},
            },
            {"goal_type": "repeat_payment", "stages": ["Заявка получена", "В работе"]},
        ],
    }
)


def _said(finding: Finding) -> tuple[Any, ...]:
    """Everything a finding tells, its cures' sentences and what it would be kept by included."""
    told = (finding.rule, finding.severity, finding.step, finding.path, finding.args, finding.variant, finding.kept)
    return *told, finding.fingerprint, [(fix.variant, fix.args) for fix in finding.fixes]


def _all(report: runner.Report) -> list[list[tuple[Any, ...]]]:
    return [[_said(f) for f in found] for found in (report.findings, report.progress)]


@PATIENT
@given(st.data())
def test_a_check_after_an_edit_finds_what_a_fresh_one_finds(data: st.DataObject) -> None:
    project = data.draw(projects(max_edits=3))
    report = runner.run(project)
    for _ in range(3):
        project = data.draw(edits(project))
        report = runner.run(project, before=report)
        assert _all(report) == _all(runner.run(project))


@PATIENT
@given(projects())
def test_rules_read_no_more_than_they_say(project: Project) -> None:
    assert _all(runner.run(project)) == _all(runner.run(project, rules=WHOLE))


@PATIENT
@given(projects(), projects())
def test_what_is_known_of_another_project_does_not_matter(project: Project, other: Project) -> None:
    assert _all(runner.run(project, before=runner.run(other))) == _all(runner.run(project))


def _counted(reads: Reads, shown: list[tuple[str, ...]]) -> tuple[Rule, ...]:
    """The rules, the first of them reading this much and noting which pipelines it was shown."""
    first = RULES[0]

    def check(project: Project) -> Any:
        shown.append(tuple(pipeline.id for pipeline in project.pipelines))
        return first.check(project)

    return (replace(first, check=check, reads=reads),)


@pytest.mark.parametrize(
    ("reads", "edit", "again"),
    [
        (Reads.PIPELINE, lambda p: change_stage(p, StageRef("p1", "s2"), name="Оплачено"), [("p1",)]),
        (Reads.PIPELINE, lambda p: change_field(p, "f1", name="Дата"), []),
        (Reads.PIPELINE, lambda p: change_company(p, industry="furniture"), [("p1",), ("p2",)]),
        (Reads.PIPELINE_AND_LISTS, lambda p: change_stage(p, StageRef("p2", "s1"), proof="Запись"), [("p2",)]),
        (Reads.PIPELINE_AND_LISTS, lambda p: change_field(p, "f1", name="Дата"), [("p1",), ("p2",)]),
        (Reads.LISTS, lambda p: change_stage(p, StageRef("p1", "s2"), name="Оплачено"), []),
        (Reads.LISTS, lambda p: change_field(p, "f1", name="Дата"), [()]),
        (Reads.NAMES, lambda p: change_pipeline(p, "p2", name="Продажи"), [("p2",)]),
        (Reads.NAMES, lambda p: change_field(p, "f1", name="Дата"), [()]),
        (Reads.OUTLINES, lambda p: change_stage(p, StageRef("p1", "s2"), name="Оплачено"), []),
        (Reads.OUTLINES, lambda p: change_pipeline(p, "p2", launch=Launch.NOW), [("p1", "p2")]),
        (Reads.PROJECT, lambda p: change_stage(p, StageRef("p1", "s2"), name="Оплачено"), [("p1", "p2")]),
        (Reads.PROJECT, lambda p: mark_ready(p, Step.STAGES, ready=True), []),
    ],
)
def test_only_what_has_changed_is_looked_at_again(
    reads: Reads, edit: Callable[[Project], Project], again: list[tuple[str, ...]]
) -> None:
    shown: list[tuple[str, ...]] = []
    rules = _counted(reads, shown)
    before = runner.run(TWO, rules=rules)
    shown.clear()
    runner.run(edit(TWO), rules=rules, before=before)
    assert shown == again


def test_what_other_rules_found_is_not_taken_for_ours() -> None:
    few = tuple(rule for rule in RULES if rule.id == "no-fact")
    assert _all(runner.run(TWO, before=runner.run(TWO, rules=few))) == _all(runner.run(TWO))
