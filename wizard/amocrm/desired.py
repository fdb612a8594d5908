"""What of a project goes into an account when some of its pipelines are entered.

Pure selection, without a word of amoCRM's API.
"""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.edits.questions import used_fields
from wizard.model.fields import DATES, Field, FieldType, Place
from wizard.model.losses import OTHER, LossReason
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.routes import Route, Target

# These types do not exist on deals, whatever a project says.
NEVER_ON_DEALS = (FieldType.PHONE, FieldType.EMAIL, FieldType.USER)

# The dictionary's field by which closed deals are found again when their time comes.
RETURN_DATE = "return_date"


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
    found = used_fields(project.model_copy(update={"pipelines": pipelines, "loss_reasons": reasons}))
    dates = (date_of(project, route) for pipeline in pipelines for route in pipeline.routes())
    return found | {date.id for date in dates if date}


def opens_later(route: Route) -> bool:
    """Whether the client enters the next funnel on a later day."""
    return route.target is Target.PIPELINE and not route.opens.at_once


def date_of(project: Project, route: Route) -> Field | None:
    """The field that keeps the day a route opens: its own one, or the return date where it counts days."""
    if not opens_later(route):
        return None
    if route.opens.field:
        return project.field(route.opens.field)
    return next((f for f in project.fields if f.id == RETURN_DATE and f.type in DATES), None)


def account_reasons(project: Project, pipelines: tuple[Pipeline, ...]) -> tuple[LossReason, ...]:
    """The reasons of the account's one list that these pipelines need.

    Where causes are kept in a list field amoCRM still asks for a reason of the account: `other`.
    It comes last, or people would stop reading at it.
    """
    used = {use.reason for pipeline in pipelines for use in pipeline.losses}
    if any(reason.field for reason in project.loss_reasons if reason.id in used):
        used.add(OTHER)
    found = (r for r in project.loss_reasons if r.id in used and r.field is None)
    return tuple(sorted(found, key=lambda r: r.id == OTHER))


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
    """Fields to fill before closing as won; amoCRM keeps no such demand sent by a program.

    Those of the last own stage, and the date by which the client is met again.
    """
    ids = [field for stage in pipeline.stages[-1:] for field in stage.fields]
    if pipeline.won_route and opens_later(pipeline.won_route) and pipeline.won_route.opens.field:
        ids.append(pipeline.won_route.opens.field)
    return tuple(project.field(field) for field in dict.fromkeys(ids))


def reasons_with_comment(project: Project, pipelines: tuple[Pipeline, ...]) -> tuple[LossReason, ...]:
    """Reasons of these pipelines that say nothing without a comment, `other` last."""
    used = {use.reason for pipeline in pipelines for use in pipeline.losses}
    found = (r for r in project.loss_reasons if r.id in used and (r.comment_required or r.id == OTHER))
    return tuple(sorted(found, key=lambda r: r.id == OTHER))


def returns_later(pipelines: tuple[Pipeline, ...]) -> bool:
    """Whether any client comes back on a later day, so that somebody has to look for them."""
    return any(opens_later(route) for pipeline in pipelines for route in pipeline.routes())
