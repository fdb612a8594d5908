"""What a funnel uses fields and reasons for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from wizard.lint import words
from wizard.lint.remembered import of_pipeline
from wizard.model.losses import OTHER, LossGroup, LossReason
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project


@of_pipeline
def demanded(pipeline: Pipeline) -> frozenset[str]:
    """Fields that a stage, a term or a route of the funnel needs."""
    needed = {field for stage in pipeline.stages for field in stage.fields}
    needed |= {s.term.until_field for s in pipeline.stages if s.term and s.term.until_field}
    return frozenset(needed | {field for route in pipeline.routes() for field in route.date_fields})


@of_pipeline
def _kept(pipeline: Pipeline) -> frozenset[str]:
    """Fields the funnel demands, or keeps the answers of its questions in."""
    return demanded(pipeline) | {question.field for question in pipeline.questions}


def used(project: Project) -> set[str]:
    """Fields that a funnel or a cause refers to."""
    causes = (reason.field for reason in project.loss_reasons if reason.field)
    return set(chain(causes, *map(_kept, project.pipelines)))


def fields_of(project: Project, pipeline: Pipeline) -> set[str]:
    """All fields the funnel uses, those that keep its questions' answers and its causes too."""
    causes = {project.reason(use.reason).field for use in pipeline.losses}
    return {*_kept(pipeline), *(field for field in causes if field)}


def is_other(reason: LossReason) -> bool:
    """Whether a reason is the catch-all that wants a comment."""
    by_name = words.says(reason.name, words.topic("reasons", "other"))
    return reason.id == OTHER or reason.group is LossGroup.OTHER or by_name


def others(project: Project) -> Iterator[LossReason]:
    """The catch-all reasons of the account's list; lists of causes have their own, without a comment in amoCRM."""
    return (reason for reason in project.loss_reasons if reason.field is None and is_other(reason))
