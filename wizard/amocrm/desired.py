"""What of a project goes into an account when some of its pipelines are entered.

Pure selection, without a word of amoCRM's API.
"""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.edits.questions import used_fields
from wizard.model.fields import Field, FieldType, Place
from wizard.model.losses import OTHER, LossReason, LossUse
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

# These types do not exist on deals, whatever a project says.
NEVER_ON_DEALS = (FieldType.PHONE, FieldType.EMAIL, FieldType.USER)


@dataclass(frozen=True)
class Required:
    """A field needed to move a deal into any of these own stages of a pipeline."""

    field: Field
    pipeline: Pipeline
    stages: tuple[Stage, ...]


def deal_fields(project: Project, pipelines: tuple[Pipeline, ...]) -> tuple[Field, ...]:
    """The deal fields to create: those the pipelines use, and those no pipeline refers to."""
    wanted = _used_in(project, pipelines)
    elsewhere = used_fields(project) - wanted
    return tuple(f for f in project.fields if f.id not in elsewhere and goes_on_deal(f))


def goes_on_deal(field: Field) -> bool:
    return field.place is Place.DEAL and field.type not in NEVER_ON_DEALS


def other_fields(project: Project, pipelines: tuple[Pipeline, ...]) -> tuple[Field, ...]:
    """The fields people create on contacts and companies; those nobody refers to belong to every project."""
    elsewhere = used_fields(project) - _used_in(project, pipelines)
    return tuple(f for f in project.fields if f.created and f.id not in elsewhere and not goes_on_deal(f))


def _used_in(project: Project, pipelines: tuple[Pipeline, ...]) -> set[str]:
    # Causes kept in a list field count only where a pipeline of these uses one of them.
    used = {use.reason for pipeline in pipelines for use in pipeline.losses}
    reasons = tuple(reason for reason in project.loss_reasons if reason.id in used)
    # References among these pipelines alone: routes may lead out, so nothing is validated here.
    return used_fields(project.model_copy(update={"pipelines": pipelines, "loss_reasons": reasons}))


def account_reasons(project: Project, pipelines: tuple[Pipeline, ...]) -> tuple[LossReason, ...]:
    """The reasons of the account's one list that these pipelines need.

    Where causes are kept in a list field amoCRM still asks for a reason of the account: `other`.
    """
    used = {use.reason for pipeline in pipelines for use in pipeline.losses}
    if any(reason.field for reason in project.loss_reasons if reason.id in used):
        used.add(OTHER)
    return tuple(r for r in project.loss_reasons if r.id in used and r.field is None)


def cause_fields(project: Project, pipeline: Pipeline) -> tuple[Field, ...]:
    """The list fields in which this pipeline keeps its causes of refusal."""
    ids = dict.fromkeys(project.reason(use.reason).field for use in pipeline.losses)
    return tuple(project.field(field) for field in ids if field)


def required(project: Project, pipelines: tuple[Pipeline, ...]) -> tuple[Required, ...]:
    """What a stage demands before leaving it, as amoCRM knows it: needed at stage i + 1 and all later own stages."""
    found = []
    for pipeline in pipelines:
        first: dict[str, int] = {}
        for place, stage in enumerate(pipeline.stages):
            for field in stage.fields:
                first.setdefault(field, place)
        for field, place in first.items():
            if later := pipeline.stages[place + 1 :]:
                found.append(Required(project.field(field), pipeline, later))
    return tuple(found)


def required_at_won(project: Project, pipeline: Pipeline) -> tuple[Field, ...]:
    """Fields to fill before leaving the last own stage; amoCRM keeps no such demand sent by a program."""
    last = pipeline.stages[-1:]
    return tuple(project.field(field) for stage in last for field in dict.fromkeys(stage.fields))


def comment_uses(project: Project, pipeline: Pipeline) -> tuple[LossUse, ...]:
    """Uses of reasons that need a comment."""
    return tuple(use for use in pipeline.losses if project.reason(use.reason).comment_required)
