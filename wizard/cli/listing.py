"""`funnels`, `industries`, `rules`: what there is, an id first in each line."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click
import yaml

from wizard.catalog import reader
from wizard.catalog.start import wording_of
from wizard.cli.common import known, language_option
from wizard.i18n.translator import Translator
from wizard.lint.rule import Rule
from wizard.lint.rules import RULES
from wizard.model.project import Company, Language, Project


@click.command()
@language_option
def funnels(tr: Translator) -> None:
    """List the funnels a project can start from."""
    # Without an industry chosen yet, goals speak of meetings.
    words = wording_of(Project(company=Company(language=Language(tr.language))))
    for funnel in reader.funnels():
        click.echo(f"{funnel.id:<24}{words(funnel.name)}. {words(funnel.goal)}")


@click.command()
@language_option
def industries(tr: Translator) -> None:
    """List the industries whose words the stages can take."""
    for industry in reader.industries():
        click.echo(f"{industry.id:<24}{industry.name.in_(Language(tr.language))}")


@click.command()
@click.argument("rule", required=False)
@language_option
def rules(rule: str | None, tr: Translator) -> None:
    """List the rules of the checks, or explain one with its examples."""
    if rule is not None:
        wanted = known(rule, (each.id for each in RULES), tr=tr, key="cli.unknown_rule")
        click.echo(_explained(next(each for each in RULES if each.id == wanted), tr))
        return
    for each in RULES:
        click.echo(_line(each, tr))


def _line(rule: Rule, tr: Translator) -> str:
    return f"{rule.id:<32}{rule.set:<10}{rule.severity:<10}{tr(f'rule.{rule.id}.title')}"


def _explained(rule: Rule, tr: Translator) -> str:
    """What the rule's own file says, and the examples that are its tests."""
    module = import_module(f"wizard.lint.rules.{rule.id.replace('-', '_')}")
    parts = [_line(rule, tr), (module.__doc__ or "").strip()]
    cases = yaml.safe_load(Path(module.__file__ or "").with_suffix(".yaml").read_text("utf-8"))
    headings = {"pass": tr("cli.passes"), "fail": tr("cli.fails"), "fix": tr("cli.fixed")}
    for kind, heading in headings.items():
        examples = [_example(case[tr.language]) for case in cases.get(kind, [])]
        if examples:
            parts.append("\n".join((heading, *examples)))
    return "\n\n".join(parts)


def _example(case: dict[str, Any]) -> str:
    shown = yaml.safe_dump(case, allow_unicode=True, default_flow_style=True, sort_keys=False, width=1000).strip()
    return f"  {shown}"
