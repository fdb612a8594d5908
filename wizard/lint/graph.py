"""The routes of a project as edges of a graph: who goes from where to where, won or lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.lint import paths
from wizard.lint.rule import Edit
from wizard.model.edits.losses import set_route
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.remembered import of_project
from wizard.model.routes import Route
from wizard.model.ways import Passage, unpaid


class Edge(NamedTuple):
    """One route: of a reason, or of one of the funnel's two ends."""

    source: Pipeline
    route: Route
    won: bool = False
    reason: str | None = None

    @property
    def target(self) -> str | None:
        """The pipeline it leads into, if any."""
        return self.route.to.pipeline if self.route.to else None

    @property
    def passage(self) -> Passage:
        """Between which pipelines it leads; only for one that leads into a pipeline."""
        return Passage(self.source.id, self.target or "", self.won)

    @property
    def path(self) -> str:
        if self.reason is not None:
            return paths.loss(self.source.id, self.reason, "route")
        return paths.pipeline(self.source.id, "won_route" if self.won else "lost_route")

    @property
    def again(self) -> bool:
        """Whether it leads into the funnel it leaves."""
        return self.target == self.source.id


@of_project
def edges(project: Project) -> tuple[Edge, ...]:
    """Every route written down in the project."""
    return tuple(edge for pipeline in project.pipelines for edge in _leaving(pipeline))


def _leaving(pipeline: Pipeline) -> Iterator[Edge]:
    if pipeline.won_route:
        yield Edge(pipeline, pipeline.won_route, won=True)
    if pipeline.lost_route:
        yield Edge(pipeline, pipeline.lost_route)
    for use in pipeline.losses:
        if use.route:
            yield Edge(pipeline, use.route, reason=use.reason)


def between(project: Project, *, lost_only: bool = False) -> Iterator[tuple[Edge, Pipeline]]:
    """Edges that lead into another pipeline, with that pipeline."""
    return (pair for pair in _between(project) if not (lost_only and pair[0].won))


@of_project
def _between(project: Project) -> tuple[tuple[Edge, Pipeline], ...]:
    known = {pipeline.id: pipeline for pipeline in project.pipelines}
    return tuple((edge, known[edge.target]) for edge in edges(project) if edge.target and not edge.again)


def reroute(edge: Edge, route: Route) -> Edit:
    """The edit that puts another route in the place of this one."""

    def edit(project: Project) -> Project:
        if edge.reason is not None:
            return set_route(project, edge.source.id, reason=edge.reason, route=route)
        return change_pipeline(project, edge.source.id, **{"won_route" if edge.won else "lost_route": route})

    return edit


@of_project
def unpaid_edges(project: Project) -> tuple[Edge, ...]:
    """Routes between pipelines that a client takes without having paid, but for a new occasion to buy."""
    return tuple(edge for edge, _ in _between(project) if unpaid(edge.source, edge.route, won=edge.won))
