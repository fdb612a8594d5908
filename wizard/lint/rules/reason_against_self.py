"""A reason nobody will choose.

A manager does not report his own slowness. Measure it by the time of the first reply, or let the head set it.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.reasons import Fault, fault
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import delete_reason
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        if fault(reason.name) is Fault.AGAINST_SELF:
            args = (("name", reason.name),)
            drop = Fix(partial(delete_reason, reason_id=reason.id), args)
            yield Hit(paths.reason(reason.id, "name"), args=args, fix=drop)


RULE = Rule("reason-against-self", RuleSet.PRACTICE, Severity.HINT, Step.LOSSES, check, reads=Reads.LISTS)
