"""More than three funnels at once.

A team learns one or two new funnels at a time; with more, cards are kept in none of them.
Source: SaleKit; practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.launch import AT_ONCE, postponed, surplus
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    late = surplus(project, AT_ONCE)
    if late:
        yield Hit(paths.PROJECT, args=(("n", len(project.launched())),), fix=postponed(late))


RULE = Rule(
    "launch-too-many",
    RuleSet.PRACTICE,
    Severity.WARNING,
    Step.GOALS,
    check,
    reads=Reads.OUTLINES,
    requires=("pipeline-limit", "many-funnels"),
)
