"""Many funnels.

Every funnel wants somebody who looks after it: with more than ten, cards stand in funnels nobody opens. More
than twenty is where accounts end that have grown for years, not where one begins.
Source: derived; the article's authors have more than twenty, after years of work.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.launch import AT_ONCE, postponed, surplus
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

LIMIT = 10
VERY_MANY = 20


def check(project: Project) -> Iterator[Hit]:
    n = len(project.launched())
    if n > LIMIT:
        variant = "message-very-many" if n > VERY_MANY else "message"
        yield Hit(paths.PROJECT, (("n", n),), variant=variant, fix=postponed(surplus(project, AT_ONCE)))


RULE = Rule(
    "many-funnels",
    RuleSet.PRACTICE,
    Severity.WARNING,
    Step.GOALS,
    check,
    reads=Reads.OUTLINES,
    requires=("pipeline-limit",),
)
