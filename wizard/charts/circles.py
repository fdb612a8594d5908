"""Arrows of the map that lead a client in a circle: back where he has been lost, without having paid."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.charts.arrows import key_of, taken
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Route
from wizard.model.ways import Passage, circling, unpaid


def circles(project: Project) -> frozenset[str]:
    """The keys of the arrows that lead in a circle."""
    passages = set(_unpaid(project))
    round_again = {passage for passage in passages if passage.source == passage.target}
    found = round_again | circling(passages - round_again)
    return frozenset(key_of(passage.source, passage.target, won=passage.won) for passage in found)


def _unpaid(project: Project) -> Iterator[Passage]:
    for pipeline in project.pipelines:
        for won in (True, False):
            for route, _ in taken(pipeline, won=won):
                if route is not None and route.to is not None and _goes_round(pipeline, route, won=won):
                    yield Passage(pipeline.id, route.to.pipeline, won)


def _goes_round(pipeline: Pipeline, route: Route, *, won: bool) -> bool:
    """Back into the same funnel goes only a new occasion to buy, even after a payment."""
    if route.leads_to(pipeline.id):
        return not route.new_occasion
    return unpaid(pipeline, route, won=won)
