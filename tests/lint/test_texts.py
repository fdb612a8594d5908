"""Whatever a rule reports can be told in both languages, with every placeholder filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wizard.lint.rules
from tests.lint.cases import project_of
from wizard.i18n.translator import translator
from wizard.lint import runner, wording
from wizard.lint.rule import Finding, Rule
from wizard.lint.rules import RULES

HERE = Path(wizard.lint.rules.__file__).parent


def _findings(rule: Rule, language: str) -> list[Finding]:
    cases: dict[str, Any] = yaml.safe_load((HERE / f"{rule.id.replace('-', '_')}.yaml").read_text("utf-8"))
    bad = [case[language] for case in cases["fail"]] + [case[language]["before"] for case in cases.get("fix", [])]
    reports = [runner.run(project_of(case), strict=True, rules=(rule,)) for case in bad]
    return [finding for report in reports for finding in report.findings]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_finding_is_told_in_words(rule: Rule, language: str) -> None:
    tr = translator(language)
    for finding in _findings(rule, language):
        texts = [wording.title(finding, tr), wording.message(finding, tr), wording.fix_label(finding, tr)]
        keys = [f"rule.{rule.id}.title", f"rule.{rule.id}.{finding.variant}", f"rule.{rule.id}.fix"]
        assert [key for text, key in zip(texts, keys, strict=True) if text == key] == []
        assert [text for text in texts if "{" in text] == []
