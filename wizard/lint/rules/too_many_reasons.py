"""Too many reasons.

amoCRM has one list for the whole account. A list longer than a screen is not read: managers take what
stands on top. Causes kept in a list field of their own do not count.
Source: one list per account; the caps of 16 and 20 are our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

MOST_IN_FUNNEL = 16
MOST = 20


def check(project: Project) -> Iterator[Hit]:
    listed = {reason.id for reason in project.loss_reasons if reason.field is None}
    if len(listed) > MOST:
        yield Hit(paths.reason(""), args=(("n", len(listed)),), variant="account")
    for pipeline in project.pipelines:
        n = sum(use.reason in listed for use in pipeline.losses)
        if n > MOST_IN_FUNNEL:
            yield Hit(paths.pipeline(pipeline.id, "losses"), args=(("name", pipeline.name), ("n", n)))


RULE = Rule("too-many-reasons", RuleSet.PRACTICE, Severity.WARNING, Step.LOSSES, check, reads=Reads.OUTLINES)
