"""Which figures of a project are still the template's: nobody in the company has said so, and papers mark them."""

from __future__ import annotations

from wizard.catalog import parts, reader
from wizard.catalog.start import wording_of
from wizard.catalog.templates import FunnelTemplate
from wizard.model.losses import LossUse
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.routes import Route


def term(pipeline: Pipeline, stage: Stage) -> bool:
    """Whether the limit of a stage is the one its template came with."""
    template = _template(pipeline)
    if template is None:
        return False
    usual = next((each.term for each in template.stages if each.id == stage.id), None)
    return stage.term is not None and stage.term == usual


def delay(project: Project, pipeline: Pipeline, use: LossUse) -> bool:
    """Whether a reason leads back after as many days as in the template, or as is usual in the industry."""
    template, route = _template(pipeline), pipeline.route_of(use)
    if template is None or not _waits(route):
        return False
    usual = (each.route for each in parts.losses(template, wording_of(project)) if each.reason == use.reason)
    return any(route is not None and route.opens == each.opens for each in usual)


def won_delay(pipeline: Pipeline) -> bool:
    """Whether the next deal after won opens as many days before or after a date as in the template."""
    template, route = _template(pipeline), pipeline.won_route
    if template is None or not _waits(route):
        return False
    usual = (template.won_route, template.won_route_without_delivery)
    return any(each is not None and route is not None and route.opens == each.opens for each in usual)


def _waits(route: Route | None) -> bool:
    return route is not None and bool(route.opens.days or route.opens.shift)


def _template(pipeline: Pipeline) -> FunnelTemplate | None:
    return next((known for known in reader.funnels() if known.id == pipeline.template), None)
