"""A consequence instead of a reason.

“Bought elsewhere” and “Changed his mind” say how it ended. Why is what can be cured. With an obligatory
comment, or where contact was simply lost, such a name will do.
Source: Garnet on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.reasons import Fault, fault
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import change_reason
from wizard.model.losses import LossGroup
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        explained = reason.comment_required or reason.group is LossGroup.CONTACT
        if not explained and fault(reason.name) is Fault.CONSEQUENCE:
            args = (("name", reason.name),)
            fix = Fix(partial(change_reason, reason_id=reason.id, comment_required=True), args)
            yield Hit(paths.reason(reason.id, "name"), args=args, fix=fix)


RULE = Rule("reason-is-consequence", RuleSet.METHOD, Severity.HINT, Step.LOSSES, check, reads=Reads.LISTS)
