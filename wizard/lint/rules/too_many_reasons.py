"""Too many reasons.

amoCRM has one list for the whole account. A list longer than a screen is not read: managers take what
stands on top. Causes kept in a list field of their own do not count.
Source: one list per account; the caps of 16 and 20 are our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.catalog import reader
from wizard.lint import paths
from wizard.lint.rule import Edit, Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import delete_reason, drop_use
from wizard.model.losses import LossReason
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step

MOST_IN_FUNNEL = 16
MOST = 20
NAMED = 6


def check(project: Project) -> Iterator[Hit]:
    listed = {reason.id for reason in project.loss_reasons if reason.field is None}
    if len(listed) > MOST:
        cure = partial(_unused, project)
        yield Hit(paths.reason(""), args=(("n", len(listed)),), variant="account", cure=cure)
    for pipeline in project.pipelines:
        n = sum(use.reason in listed for use in pipeline.losses)
        if n > MOST_IN_FUNNEL:
            at, cure = paths.pipeline(pipeline.id, "losses"), partial(_spare, project, pipeline, n - MOST_IN_FUNNEL)
            yield Hit(at, args=(("name", pipeline.name), ("n", n)), cure=cure)


def _unused(project: Project) -> Fix | None:
    """Take those off the list that no funnel uses."""
    used = {use.reason for pipeline in project.pipelines for use in pipeline.losses}
    spare = tuple(reason for reason in project.loss_reasons if reason.field is None and reason.id not in used)
    return _fix(spare, partial(_deleted, reasons=tuple(reason.id for reason in spare)), "unused")


def _spare(project: Project, pipeline: Pipeline, n: int) -> Fix | None:
    """No longer use what the dictionary would drop first and nobody has counted; the list keeps it."""
    ranks = {reason.id: reason.drop_rank for reason in reader.reasons() if reason.drop_rank}
    rare = sorted((ranks[u.reason], u.reason) for u in pipeline.losses if u.reason in ranks and not u.count)
    spare = tuple(project.reason(reason) for _, reason in rare[:n])
    edit = partial(_dropped, pipeline_id=pipeline.id, reasons=tuple(reason.id for reason in spare))
    return _fix(spare, edit, "fix")


def _fix(spare: tuple[LossReason, ...], edit: Edit, variant: str) -> Fix | None:
    names = [reason.name for reason in spare[:NAMED]] + ["\u2026"] * (len(spare) > NAMED)
    return Fix(edit, (("n", len(spare)), ("names", ", ".join(names))), variant=variant) if spare else None


def _deleted(project: Project, *, reasons: tuple[str, ...]) -> Project:
    for reason in reasons:
        project = delete_reason(project, reason)
    return project


def _dropped(project: Project, *, pipeline_id: str, reasons: tuple[str, ...]) -> Project:
    for reason in reasons:
        project = drop_use(project, pipeline_id, reason=reason)
    return project


RULE = Rule("too-many-reasons", RuleSet.PRACTICE, Severity.WARNING, Step.LOSSES, check, reads=Reads.OUTLINES)
