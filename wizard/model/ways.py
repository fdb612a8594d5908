"""Ways through several pipelines: who gets where without having paid, and which ways lead in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from wizard.model.pipeline import Pipeline, WonKind
from wizard.model.routes import Route


class Passage(NamedTuple):
    """From a pipeline into a pipeline, by their ids, after won or after lost."""

    source: str
    target: str
    won: bool


def unpaid(pipeline: Pipeline, route: Route, *, won: bool) -> bool:
    """Whether a client takes this route without having paid, but for a new occasion to buy."""
    return not route.new_occasion and not (won and pipeline.won.kind is WonKind.PAYMENT)


def ways(passages: Iterable[Passage]) -> dict[str, set[str]]:
    """Where one can get to from each pipeline by any number of passages."""
    steps: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        steps[passage.source].add(passage.target)
    return {start: _reachable(start, steps) for start in tuple(steps)}


def circling(passages: Iterable[Passage]) -> set[Passage]:
    """Passages that belong to a circle somebody enters by refusing."""
    passages = set(passages)
    reach = ways(passages)
    inside = {passage for passage in passages if passage.source in reach.get(passage.target, ())}
    refused = {passage.source for passage in inside if not passage.won}
    return {passage for passage in inside if passage.source in refused or refused & reach[passage.source]}


def _reachable(start: str, steps: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = steps.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found
