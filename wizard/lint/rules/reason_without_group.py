"""A reason without a group.

Groups show at a glance what to repair: price, time, product or service.
Source: Insider on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.catalog import reader
from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import change_reason
from wizard.model.losses import LossReason
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        if reason.group is None:
            at, args = paths.reason(reason.id, "group"), (("name", reason.name),)
            yield Hit(at, args=args, empty=True, fix=_fix(project, reason))


def _fix(project: Project, reason: LossReason) -> Fix | None:
    """The group the catalogue's list has for this reason."""
    known = next((r.group for r in reader.reasons() if r.id == reason.id), None)
    if known is None:
        return None
    name = translator(project.company.language)(f"group.{known}")
    return Fix(partial(change_reason, reason_id=reason.id, group=known), (("group", name),))


RULE = Rule("reason-without-group", RuleSet.PRACTICE, Severity.WARNING, Step.LOSSES, check, reads=Reads.LISTS)
