"""Every rule proves itself on its own YAML cases, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wizard.lint.rules
from tests.lint.cases import project_of
from wizard.lint import runner
from wizard.lint.rule import Rule
from wizard.lint.rules import RULES
from wizard.model.project import Project

HERE = Path(wizard.lint.rules.__file__).parent
LANGUAGES = ("ru", "en")


def _cases(kind: str) -> list[Any]:
    found = []
    for rule in RULES:
        cases = yaml.safe_load((HERE / f"{rule.id.replace('-', '_')}.yaml").read_text("utf-8"))
        for number, case in enumerate(cases.get(kind, []), start=1):
            for language in LANGUAGES:
                name = f"{rule.id}-{kind}-{number}-{language}"
                found += [pytest.param(rule, case, language, id=name)]
    return found


def _paths(rule: Rule, case: dict[str, Any]) -> list[str]:
    needed = tuple(r for r in RULES if r.id == rule.id or r.id in rule.requires)
    report = runner.run(project_of(case), strict=True, rules=needed)
    return [f.path for f in report.findings if f.rule == rule.id]


@pytest.mark.parametrize(("rule", "case", "language"), _cases("pass"))
def test_a_good_project_is_left_alone(rule: Rule, case: dict[str, Any], language: str) -> None:
    assert _paths(rule, case[language]) == []


@pytest.mark.parametrize(("rule", "case", "language"), _cases("fail"))
def test_a_bad_project_is_found_where_it_is_bad(rule: Rule, case: dict[str, Any], language: str) -> None:
    assert _paths(rule, case[language]) == ([case["at"]] if isinstance(case["at"], str) else case["at"])


@pytest.mark.parametrize(("rule", "case", "language"), _cases("fix"))
def test_a_fix_gives_what_was_promised(rule: Rule, case: dict[str, Any], language: str) -> None:
    project = project_of(case[language]["before"])
    needed = tuple(r for r in RULES if r.id == rule.id or r.id in rule.requires)
    finding = next(f for f in runner.run(project, strict=True, rules=needed).findings if f.rule == rule.id)
    assert finding.fix is not None
    cured = finding.fix.edit(project)
    assert cured == project_of(case[language]["after"])
    assert finding not in runner.run(cured, strict=True, rules=needed).findings


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_case_it_passes_and_one_it_fails(rule: Rule) -> None:
    cases = yaml.safe_load((HERE / f"{rule.id.replace('-', '_')}.yaml").read_text("utf-8"))
    assert cases["pass"]
    assert cases["fail"]


def test_fixes_work_on_every_case_of_every_rule() -> None:
    """Rules meet projects they were not written for; whatever they offer leaves a valid project and cures."""
    for rule in RULES:
        cases = yaml.safe_load((HERE / f"{rule.id.replace('-', '_')}.yaml").read_text("utf-8"))
        for case in [case[language] for case in cases["pass"] + cases["fail"] for language in LANGUAGES]:
            project = project_of(case)
            report = runner.run(project, strict=True)
            for finding, fix in ((found, fix) for found in report.findings for fix in found.fixes):
                cured = fix.edit(project)
                assert Project.model_validate(cured.model_dump()) == cured
                assert finding not in runner.run(cured, strict=True, before=report).findings


def test_a_rule_stands_after_those_it_requires() -> None:
    order = [rule.id for rule in RULES]
    assert [
        (rule.id, other) for rule in RULES for other in rule.requires if other not in order[: order.index(rule.id)]
    ] == []


def test_every_rule_file_is_listed() -> None:
    files = {path.stem.replace("_", "-") for path in HERE.glob("*.py") if path.stem != "__init__"}
    assert files == {rule.id for rule in RULES}
