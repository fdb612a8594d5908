"""Waiting as a reason.

A client who is still thinking has not refused. Either a date is agreed, and he comes back on it, or there
is a cause behind the thinking. Words of waiting inside a cause (“dearer than expected”) are not meant.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.reasons import Fault, fault
from wizard.lint.replacing import replaced
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

# What is usually behind it, by the dictionary's ids.
BEHIND = ("postponed", "no_money_now", "price_too_high")


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        if fault(reason.name) is Fault.WAITING:
            cures = partial(replaced, project, reason, by=BEHIND)
            yield Hit(paths.reason(reason.id, "name"), args=(("name", reason.name),), cures=cures)


RULE = Rule("reason-is-waiting", RuleSet.METHOD, Severity.WARNING, Step.LOSSES, check, reads=Reads.LISTS)
