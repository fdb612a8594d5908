"""What a funnel uses fields and reasons for."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import words
from wizard.model.edits.questions import fields_used
from wizard.model.losses import OTHER, LossGroup, LossReason
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project


def fields_of(project: Project, pipeline: Pipeline) -> set[str]:
    """All fields the funnel uses, those that keep its questions' answers and its causes too."""
    causes = {project.reason(use.reason).field for use in pipeline.losses}
    return {*fields_used(pipeline), *(field for field in causes if field)}


def is_other(reason: LossReason) -> bool:
    """Whether a reason is the catch-all that wants a comment."""
    by_name = words.says(reason.name, words.topic("reasons", "other"))
    return reason.id == OTHER or reason.group is LossGroup.OTHER or by_name


def others(project: Project) -> Iterator[LossReason]:
    """The catch-all reasons of the account's list; lists of causes have their own, without a comment in amoCRM."""
    return (reason for reason in project.loss_reasons if reason.field is None and is_other(reason))
