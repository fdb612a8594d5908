"""The page about the rules says what the rules say."""

from __future__ import annotations

from pathlib import Path

import wizard
from wizard.lint.docs import page
from wizard.lint.rules import RULES

PAGE = Path(wizard.__file__).parents[1] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m wizard.lint.docs > docs/rules.md"


def test_every_rule_has_its_reason_on_the_page() -> None:
    sections = page().split("\n### ")[1:]
    assert sorted(section.partition("\n")[0] for section in sections) == sorted(rule.id for rule in RULES)
    assert [section for section in sections if "Source:" not in section] == []
