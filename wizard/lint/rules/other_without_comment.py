"""“Other” without a comment.

A reason that may be chosen in silence explains nothing. With an obligatory comment it shows which reasons
the list still lacks.
Source: the article's step on loss reasons; Insider would rather drop “Other” altogether.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.usage import others
from wizard.model.edits.losses import change_reason
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason in others(project):
        if not reason.comment_required:
            args = (("name", reason.name),)
            fix = Fix(partial(change_reason, reason_id=reason.id, comment_required=True), args)
            yield Hit(paths.reason(reason.id, "comment_required"), args=args, fix=fix)


RULE = Rule("other-without-comment", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.LISTS)
