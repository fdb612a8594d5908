"""Only one funnel.

Those who refused, those who bought, and those being served want other talks than a first sale; in one
funnel they get lost among new requests. Few sellers or one-off purchases can live with one.
Source: the article; Bitrix24's guide to funnels.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.catalog import reader
from wizard.catalog.start import add_funnel, wording_of
from wizard.lint import paths
from wizard.lint.kinds import is_warming
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.diagnosis import Repeat, Sellers
from wizard.model.project import Project, Step

WARMING = "refusal_warming"


def check(project: Project) -> Iterator[Hit]:
    if len(project.pipelines) == 1:
        small = project.diagnosis.sellers is Sellers.FEW or project.diagnosis.repeat is Repeat.NO
        args = (("name", project.pipelines[0].name),)
        yield Hit(paths.PROJECT, args=args, severity=Severity.HINT if small else None, fix=_fix(project))


def _fix(project: Project) -> Fix | None:
    """Add the template that warms refusals; whoever has only that one wants another."""
    if is_warming(project.pipelines[0]) or project.pipelines[0].id == WARMING:
        return None
    name = wording_of(project)(reader.funnel(WARMING).name)
    return Fix(partial(add_funnel, funnel_id=WARMING), (("becomes", name),))


RULE = Rule("single-funnel", RuleSet.METHOD, Severity.WARNING, Step.GOALS, check, reads=Reads.OUTLINES)
