"""Waiting as a reason.

A client who is still thinking has not refused. Either a date is agreed, and he comes back on it, or there
is a cause behind the thinking. Words of waiting inside a cause (“dearer than expected”) are not meant.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    waiting, dated = topic("reasons", "waiting"), topic("reasons", "dated")
    for reason in project.loss_reasons:
        if says(reason.name, waiting) and not says(reason.name, dated):
            yield Hit(paths.reason(reason.id, "name"), args=(("name", reason.name),))


RULE = Rule("reason-is-waiting", RuleSet.METHOD, Severity.WARNING, Step.LOSSES, check)
