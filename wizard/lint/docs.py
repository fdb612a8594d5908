"""Writes the page about the rules, from the rules themselves: ``python -m wizard.lint.docs > docs/rules.md``."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import yaml

from wizard.i18n.translator import translator
from wizard.lint.rule import Rule, RuleSet
from wizard.lint.rules import RULES

_INTRO = """# Rules

Written by `python -m wizard.lint.docs > docs/rules.md`; edit the rules, not this page.

An error must be fixed, a warning should be, a hint could be. Only errors of the set `amocrm` block writing to
amoCRM: the CRM would refuse them. A finding of another set may be kept as it is, with a reason.
The examples are the rule's own tests; `tests/lint/cases.py` says what they leave out."""

_NOT_RULES = """## What is not a rule

- Two key stages in one funnel (`two-key-stages`): a funnel names its one key stage (`Pipeline.key_stage`), so a
  project cannot hold two, and a file that tries is refused when it is read.
- How long a deal may stand still: a setting, for the working rules and the sales head's page.
- Deleting or renaming stages with live deals, changing the main funnel, a funnel of the same name in the account:
  questions of the plan of changes.
- Renaming won and lost later, fields demanded at them, no renaming in working hours: lines of the checklist.
- A conversion that is assumed: a label beside the figure."""

_SETS = {
    RuleSet.AMOCRM: "limits and refusals of the CRM",
    RuleSet.METHOD: "the six steps and what follows from them",
    RuleSet.PRACTICE: "experience of integrators, law, launch",
}


def page() -> str:
    """The whole page: a table of all rules, then each of them with its reason and an example."""
    parts = [_INTRO, _table(RULES)]
    for rule_set, what in _SETS.items():
        rules = [rule for rule in RULES if rule.set is rule_set]
        if rules:
            parts.append(f"## `{rule_set}`: {what}")
            parts += [_section(rule) for rule in sorted(rules, key=lambda rule: rule.id)]
    return "\n\n".join([*parts, _NOT_RULES]) + "\n"


def _table(rules: tuple[Rule, ...]) -> str:
    head = ["| Rule | Title | Set | Severity | Step | Cure |", "| --- | --- | --- | --- | --- | --- |"]
    return "\n".join(head + [_row(rule) for rule in sorted(rules, key=lambda rule: rule.id)])


def _row(rule: Rule) -> str:
    cure = "button" if translator("en").has(f"rule.{rule.id}.fix") or _cases(rule).get("fix") else ""
    return f"| [`{rule.id}`](#{rule.id}) | {_title(rule)} | {rule.set} | {rule.severity} | {rule.step} | {cure} |"


def _section(rule: Rule) -> str:
    parts = [f"### {rule.id}", f"**{_title(rule)}** ({rule.severity})", _reason(rule)]
    cases = _cases(rule)
    parts += ["Found:", _code(cases["fail"][0]["en"])]
    if cases.get("fix"):
        cure = cases["fix"][0]["en"]
        parts += ["The button turns this", _code(cure["before"]), "into this:", _code(cure["after"])]
    else:
        parts += ["Not found:", _code(cases["pass"][0]["en"])]
    return "\n\n".join(parts)


def _title(rule: Rule) -> str:
    return translator("en")(f"rule.{rule.id}.title")


def _reason(rule: Rule) -> str:
    """The docstring of the rule's file without its first line, which is the title."""
    text = (inspect.getdoc(sys.modules[rule.check.__module__]) or "").partition("\n")[2].strip()
    return text.replace("\nSource:", "\n\nSource:")


def _cases(rule: Rule) -> dict[str, Any]:
    source = sys.modules[rule.check.__module__].__file__ or ""
    cases: dict[str, Any] = yaml.safe_load(Path(source).with_suffix(".yaml").read_text("utf-8"))
    return cases


def _code(case: dict[str, Any]) -> str:
    text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=100, default_flow_style=None)
    return f"```yaml\n{text}```"


if __name__ == "__main__":
    sys.stdout.write(page())
