"""Findings in words: their message, title and cure in the reader's language."""

from __future__ import annotations

from wizard.i18n.translator import Translator
from wizard.lint.rule import Finding


def title(finding: Finding, tr: Translator) -> str:
    return tr(f"rule.{finding.rule}.title")


def message(finding: Finding, tr: Translator) -> str:
    """What is wrong here, and why."""
    return tr(f"rule.{finding.rule}.{finding.variant}", **dict(finding.args))


def fix_label(finding: Finding, tr: Translator) -> str:
    """What the cure will do; empty when there is none."""
    return tr(f"rule.{finding.rule}.{finding.fix.variant}", **dict(finding.fix.args)) if finding.fix else ""
