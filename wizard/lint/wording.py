"""Findings in words: their message, title and cure in the reader's language."""

from __future__ import annotations

from wizard.i18n.translator import Translator
from wizard.lint.rule import Finding


def title(finding: Finding, tr: Translator) -> str:
    return tr(f"rule.{finding.rule}.title")


def message(finding: Finding, tr: Translator) -> str:
    """What is wrong here, and why."""
    return tr(f"rule.{finding.rule}.{finding.variant}", **dict(finding.args))


def fix_labels(finding: Finding, tr: Translator) -> tuple[str, ...]:
    """What each cure will do, the best first."""
    return tuple(tr(f"rule.{finding.rule}.{fix.variant}", **dict(fix.args)) for fix in finding.fixes)


def fix_label(finding: Finding, tr: Translator) -> str:
    """What the best cure will do; empty when there is none."""
    return next(iter(fix_labels(finding, tr)), "")
