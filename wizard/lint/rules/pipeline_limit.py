"""Over 50 funnels.

amoCRM holds at most 50 funnels in an account. What the account holds already is seen when the plan
of changes is made; here the funnels launched now are counted.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.launch import postponed, surplus
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

LIMIT = 50


def check(project: Project) -> Iterator[Hit]:
    late = surplus(project, LIMIT)
    if late:
        yield Hit(paths.PROJECT, args=(("n", len(project.launched())),), fix=postponed(late))


RULE = Rule("pipeline-limit", RuleSet.AMOCRM, Severity.ERROR, Step.GOALS, check, reads=Reads.OUTLINES)
