"""Routes of template funnels: to the pipelines a project has, or remembered for those it has not."""

from __future__ import annotations

from wizard.catalog.parts import nearest
from wizard.catalog.templates import FunnelTemplate, RouteTemplate
from wizard.catalog.wording import Wording
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target


def route_of(source: RouteTemplate, *, project: Project, wording: Wording, lost: bool = True) -> Route:
    """The route as the project can have it.

    A target that is missing is remembered. Its place is taken by the funnel it is a variant of, as soon
    as that one is there; until then a lost client goes to the archive and a won one is at an end.
    """
    if source.target is not Target.PIPELINE:
        return Route(target=source.target, opens=source.opens, why=wording(source.why))
    wanted = _wanted(source, project=project, wording=wording)
    if wanted.to and wanted.to.pipeline in {p.id for p in project.pipelines}:
        return wanted
    return _stand_in(wording.shelf.funnel(source.pipeline), wanted, project=project, wording=wording, lost=lost)


def _wanted(source: RouteTemplate, *, project: Project, wording: Wording) -> Route:
    template = wording.shelf.funnel(source.pipeline)
    present = next((p for p in project.pipelines if p.id == source.pipeline), None)
    stage: str | None = source.stage
    if present is not None:
        stage = nearest(template, source.stage, (s.id for s in present.stages))
    return Route(
        target=Target.PIPELINE,
        to=Destination(pipeline=source.pipeline, stage=stage),
        opens=source.opens,
        new_occasion=source.new_occasion,
        fallback=wording(template.until_launched),
    )


def _stand_in(missing: FunnelTemplate, wanted: Route, *, project: Project, wording: Wording, lost: bool) -> Route:
    if lost and missing.variant_of:
        base = wording.shelf.funnel(missing.variant_of)
        present = next((p for p in project.pipelines if p.id == base.id), None)
        stages = present.stages if present else base.stages
        wanted = wanted.changed(
            to=Destination(pipeline=base.id, stage=stages[0].id if stages else None),
            fallback=wording(base.until_launched),
            wanted=wanted,
        )
        if present:
            return wanted
    return Route(target=Target.ARCHIVE if lost else Target.END, why=wording(missing.name), wanted=wanted)


def routed(pipeline: Pipeline, template: FunnelTemplate, *, project: Project, wording: Wording) -> Pipeline:
    """A pipeline whose won route goes where the project has a funnel for what comes next."""
    won = _won_route(template, project=project, wording=wording)
    return pipeline.changed(won_route=won)


def _won_route(template: FunnelTemplate, *, project: Project, wording: Wording) -> Route:
    """Delivery if there is one; else, or where the work is the sale, the next occasion to buy.

    Where there is neither yet, both are remembered, delivery as the better one.
    """
    ids = {p.id for p in project.pipelines}
    direct = route_of(template.won_route, project=project, wording=wording, lost=False)
    other = template.won_route_without_delivery
    if other is None or template.won_route.pipeline in ids:
        return direct
    repeat = route_of(other, project=project, wording=wording, lost=False)
    if repeat.to:
        return repeat.changed(wanted=direct.wanted)
    return direct.changed(wanted=repeat.wanted and repeat.wanted.changed(wanted=direct.wanted))
