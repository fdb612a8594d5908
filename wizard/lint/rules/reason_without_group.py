"""A reason without a group.

Groups show at a glance what to repair: price, time, product or service.
Source: Insider on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        if reason.group is None:
            yield Hit(paths.reason(reason.id, "group"), args=(("name", reason.name),), empty=True)


RULE = Rule("reason-without-group", RuleSet.PRACTICE, Severity.WARNING, Step.LOSSES, check)
