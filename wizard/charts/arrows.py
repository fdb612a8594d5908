"""The routes of a project gathered for the map: one arrow for all routes of a kind between two pipelines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Route, Target
from wizard.model.terms import DateRule

Taken = list[tuple[Route | None, str | None]]


@dataclass(frozen=True)
class Leg:
    """The part of an arrow that enters at one stage after one delay, and the reasons that take it."""

    stage: str | None
    opens: DateRule
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrow:
    """From a pipeline to a pipeline, after won or after lost. Ids throughout."""

    source: str
    target: str
    won: bool
    legs: tuple[Leg, ...]

    @property
    def reasons(self) -> int:
        return sum(len(leg.reasons) for leg in self.legs)

    @property
    def key(self) -> str:
        return key_of(self.source, self.target, won=self.won)


def key_of(source: str, target: str, *, won: bool) -> str:
    return f"{source}>{target}:{'won' if won else 'lost'}"


@dataclass(frozen=True)
class Ends:
    """What leaves a pipeline for no other one: reasons by target (None: no route yet), and won."""

    losses: tuple[tuple[Target | None, int], ...]
    won: Route | None
    won_leads_on: bool

    @property
    def undecided(self) -> bool:
        """Whether nobody has said yet where some of the clients go."""
        return any(target is None for target, _ in self.losses) or (self.won is None and not self.won_leads_on)


def arrows(project: Project) -> tuple[Arrow, ...]:
    """The arrows of a project, in the order of its pipelines, won before lost."""
    return tuple(arrow for pipeline in project.pipelines for arrow in _leaving(pipeline))


def taken(pipeline: Pipeline, *, won: bool) -> Taken:
    """The routes clients take after won or after lost, each with the reason that takes it."""
    if won:
        return [(pipeline.won_route, None)]
    reasons: Taken = [(pipeline.route_of(use), use.reason) for use in pipeline.losses]
    return reasons or [(pipeline.lost_route, None)]


def _leaving(pipeline: Pipeline) -> tuple[Arrow, ...]:
    return tuple(arrow for won in (True, False) for arrow in _gathered(pipeline, taken(pipeline, won=won), won=won))


def _gathered(pipeline: Pipeline, ways: Taken, *, won: bool) -> list[Arrow]:
    legs: dict[str, dict[tuple[str | None, DateRule], list[str]]] = {}
    for route, reason in ways:
        if route is not None and route.to is not None:
            leg = legs.setdefault(route.to.pipeline, {}).setdefault((route.to.stage, route.opens), [])
            leg.extend([reason] if reason else [])
    return [
        Arrow(pipeline.id, target, won, tuple(Leg(stage, opens, tuple(r)) for (stage, opens), r in found.items()))
        for target, found in legs.items()
    ]


def ends(pipeline: Pipeline) -> Ends:
    """Where a pipeline's clients stop; most frequent ends first, undecided reasons last."""
    routes = [pipeline.route_of(use) for use in pipeline.losses]
    counted = Counter(route.target if route else None for route in routes if route is None or route.to is None)
    losses = sorted(counted.items(), key=lambda item: (item[0] is None, -item[1], str(item[0])))
    won = pipeline.won_route
    leads_on = won is not None and won.to is not None
    return Ends(tuple(losses), None if leads_on else won, leads_on)
