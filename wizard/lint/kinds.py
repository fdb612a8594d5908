"""Kinds of funnels: rules treat a sales funnel otherwise than delivery or hiring."""

from __future__ import annotations

from enum import StrEnum

from wizard.model.pipeline import GoalType, Pipeline


class Kind(StrEnum):
    SALES = "sales"
    QUALIFY = "qualify"
    DELIVERY = "delivery"
    PARTNERS = "partners"
    HR = "hr"


_KINDS = {
    GoalType.HANDOVER: Kind.QUALIFY,
    GoalType.FULFILMENT: Kind.DELIVERY,
    GoalType.COMPLAINT_RESOLUTION: Kind.DELIVERY,
    GoalType.PARTNER_ACTIVATION: Kind.PARTNERS,
    GoalType.HIRING: Kind.HR,
}

WARMING = (GoalType.RETURN_REFUSED, GoalType.RETURN_CUSTOMER)


def kind_of(pipeline: Pipeline) -> Kind:
    """The kind of a funnel by its goal; without a goal it is judged as a sales funnel."""
    if pipeline.goal_type is None:
        return Kind.SALES
    return _KINDS.get(pipeline.goal_type, Kind.SALES)


def is_warming(pipeline: Pipeline) -> bool:
    """Whether a funnel brings back those who refused or left."""
    return pipeline.goal_type in WARMING


def incoming(pipeline: Pipeline) -> bool:
    """Whether strangers come in by themselves: a first sale or the qualification of requests."""
    return pipeline.goal_type is GoalType.FIRST_PAYMENT or (
        pipeline.goal_type is GoalType.HANDOVER and pipeline.unsorted
    )


def outbound(pipeline: Pipeline) -> bool:
    """Whether we look for the companies ourselves and call first."""
    return pipeline.goal_type is GoalType.HANDOVER and not pipeline.unsorted
