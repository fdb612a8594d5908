"""Texts of rules: each is said by some case, and none is missing in any language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import wizard.lint.rules
from tests.i18n_keys import keys_in
from tests.lint.cases import project_of
from wizard.i18n import catalogue
from wizard.i18n.translator import translator
from wizard.lint import runner, wording
from wizard.lint.rule import Finding, Rule
from wizard.lint.rules import RULES

HERE = Path(wizard.lint.rules.__file__).parent
LANGUAGES = catalogue.languages()


def _bad_projects(rule: Rule) -> Iterator[dict[str, Any]]:
    cases = yaml.safe_load((HERE / f"{rule.id.replace('-', '_')}.yaml").read_text("utf-8"))
    for case in cases.get("fail", []):
        yield from (case["ru"], case["en"])
    for case in cases.get("fix", []):
        yield from (case["ru"]["before"], case["en"]["before"])


def _findings(rule: Rule) -> list[Finding]:
    needed = tuple(r for r in RULES if r.id == rule.id or r.id in rule.requires)
    reports = [runner.run(project_of(case), strict=True, rules=needed) for case in _bad_projects(rule)]
    return [finding for report in reports for finding in report.findings if finding.rule == rule.id]


FINDINGS = {rule.id: _findings(rule) for rule in RULES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_says_is_written_and_filled_in(rule: Rule, language: str) -> None:
    tr = translator(language)
    for finding in FINDINGS[rule.id]:
        said = [wording.title(finding, tr), wording.message(finding, tr), *wording.fix_labels(finding, tr)]
        assert not [text for text in said if text.startswith("rule.") or "{" in text]


def test_every_text_of_a_rule_is_said_by_a_case() -> None:
    said = {f"rule.{rule.id}.title" for rule in RULES}
    for findings in FINDINGS.values():
        said |= {f"rule.{finding.rule}.{finding.variant}" for finding in findings}
        said |= {f"rule.{finding.rule}.{fix.variant}" for finding in findings for fix in finding.fixes}
    said |= keys_in((Path(wizard.lint.__file__).parent).rglob("*.py")).whole
    keys = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue.read("ru") if m.id}
    assert sorted(key for key in keys if key.startswith("rule.") and key not in said) == []
