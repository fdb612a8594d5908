"""No reason for everything else.

Without “Other” a manager picks the first reason that comes, and the whole list stops telling the truth.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.usage import others
from wizard.model.edits.ids import fresh
from wizard.model.edits.losses import use_reason
from wizard.model.losses import OTHER, LossGroup, LossReason
from wizard.model.project import Project, Step
from wizard.model.routes import HEAD


def check(project: Project) -> Iterator[Hit]:
    if not project.pipelines or any(others(project)):
        return
    name = translator(project.company.language)("rule.no-other-reason.name")
    new = fresh(OTHER, (r.id for r in project.loss_reasons))
    reason = LossReason(id=new, name=name, group=LossGroup.OTHER, comment_required=True)
    started = any(reason.field is None for reason in project.loss_reasons)
    yield Hit(paths.reason(""), empty=not started, fix=Fix(partial(_add, other=reason), (("name", name),)))


def _add(project: Project, *, other: LossReason) -> Project:
    """Add it to the list and, in every funnel that has reasons, let the head decide on it."""
    project = project.changed(loss_reasons=(*project.loss_reasons, other))
    for pipeline in project.pipelines:
        if pipeline.losses:
            project = use_reason(project, pipeline.id, reason=other.id, route=HEAD)
    return project


RULE = Rule("no-other-reason", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
