"""Every rule can say what it found, and what its fix does, in every language of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import wizard.lint.rules
from tests.lint.cases import project_of
from wizard.i18n.catalogue import languages
from wizard.i18n.translator import translator
from wizard.lint import runner
from wizard.lint.rule import Rule
from wizard.lint.rules import RULES

HERE = Path(wizard.lint.rules.__file__).parent


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_the_language(rule: Rule, language: str) -> None:
    text = translator(language)
    cases = yaml.safe_load((HERE / f"{rule.id.replace('-', '_')}.yaml").read_text("utf-8"))
    assert text.has(f"rule.{rule.id}.title")
    for case in [c["ru"] for c in cases["fail"]] + [c["ru"]["before"] for c in cases.get("fix", [])]:
        for finding in runner.run(project_of(case), strict=True, rules=(rule,)).findings:
            said = [(finding.variant, finding.args)]
            said += [(finding.fix.variant, finding.fix.args)] if finding.fix else []
            for variant, args in said:
                key = f"rule.{rule.id}.{variant}"
                assert text.has(key), key
                assert "{" not in text(key, **dict(args))
