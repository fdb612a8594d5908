"""Only one funnel.

Those who refused, those who bought, and those being served want other talks than a first sale; in one
funnel they get lost among new requests. Few sellers or one-off purchases can live with one.
Source: the article; Bitrix24's guide to funnels.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.diagnosis import Repeat, Sellers
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    if len(project.pipelines) == 1:
        small = project.diagnosis.sellers is Sellers.FEW or project.diagnosis.repeat is Repeat.NO
        args = (("name", project.pipelines[0].name),)
        yield Hit(paths.PROJECT, args=args, severity=Severity.HINT if small else None)


RULE = Rule("single-funnel", RuleSet.METHOD, Severity.WARNING, Step.GOALS, check)
