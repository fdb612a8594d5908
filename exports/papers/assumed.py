"""Which figures of a project are still the template's: nobody in the company has said so, and papers mark them."""

from __future__ import annotations

from wizard.catalog import reader
from wizard.catalog.templates import FunnelTemplate
from wizard.model.losses import LossUse
from wizard.model.pipeline import Pipeline, Stage


def term(pipeline: Pipeline, stage: Stage) -> bool:
    """Whether the limit of a stage is the one its template came with."""
    template = _template(pipeline)
    if template is None:
        return False
    usual = next((each.term for each in template.stages if each.id == stage.id), None)
    return stage.term is not None and stage.term == usual


def delay(pipeline: Pipeline, use: LossUse) -> bool:
    """Whether a reason leads back after as many days as in the template."""
    template, route = _template(pipeline), pipeline.route_of(use)
    if template is None:
        return False
    usual = (
        next((each.route.opens for each in template.losses if each.reason == use.reason), None) if template else None
    )
    return route is not None and route.opens.days > 0 and route.opens == usual


def _template(pipeline: Pipeline) -> FunnelTemplate | None:
    return next((known for known in reader.funnels() if known.id == pipeline.template), None)
