"""Circles in which a client who refuses comes back without having bought, and the routes that close them."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import Edge, unpaid_edges
from wizard.lint.kinds import is_warming
from wizard.model.project import Project
from wizard.model.ways import circling


def closing(project: Project) -> Iterator[Edge]:
    """The routes to change: one for each circle, however many funnels and reasons it goes through.

    The likeliest culprit is told and taken out, then we look again, until nobody is led in a circle.
    """
    routes = unpaid_edges(project)
    while rounds := _circling(routes):
        worst = min(rounds, key=lambda edge: _blame(project, edge))
        yield worst
        routes = tuple(e for e in routes if (e.source.id, e.target) != (worst.source.id, worst.target))


def _circling(routes: tuple[Edge, ...]) -> list[Edge]:
    """Routes that belong to a circle somebody enters by refusing."""
    found = circling(edge.passage for edge in routes)
    return [edge for edge in routes if edge.passage in found]


def _blame(project: Project, edge: Edge) -> tuple[bool, bool, bool]:
    """Least for the likeliest culprit: out of warming and back into selling, then a refusal, then a step back."""
    order = [pipeline.id for pipeline in project.pipelines]
    target = project.pipeline(edge.target or "")
    warmed = is_warming(edge.source) and not is_warming(target)
    return not warmed, edge.won, order.index(target.id) > order.index(edge.source.id)
