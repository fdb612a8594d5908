"""Numbers of a funnel: conversions, counts, the plan, the key-stage lever. Pure; shares are 0-1, counts per month.

Nobody knows conversion by stage, so the template's steps are scaled to the user's two numbers
(requests and payments a month) in logarithms by one exponent: a step near 100 % hardly moves, a weak
one moves most, and the order of strengths is kept.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from wizard.model.pipeline import Basis, Conversion, Pipeline
from wizard.model.project import Project

_PRECISION = 1e-9
_HALVINGS = 200


@dataclass(frozen=True)
class Step:
    """A conversion to be scaled: its usual share and the bounds it stays within."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Scaled:
    """Scaled steps; `exponent` is None at or outside the bounds, `outside` says the target lies beyond them."""

    shares: tuple[float, ...]
    exponent: float | None = None
    outside: bool = False


def scale(steps: tuple[Step, ...], target: float) -> Scaled:
    """Steps whose product is `target` (0-1], each within its bounds; at the bounds where it cannot be."""
    bounds = [(1.0, 1.0) if step.share == 1 else (step.low, step.high) for step in steps]
    lowest = math.prod(low for low, _ in bounds)
    highest = math.prod(high for _, high in bounds)
    if target <= lowest:
        return Scaled(tuple(low for low, _ in bounds), outside=target < lowest - _PRECISION)
    if target >= highest:
        return Scaled(tuple(high for _, high in bounds), outside=target > highest + _PRECISION)
    exponent = _exponent(steps, target)
    return Scaled(tuple(round(share, 6) for share in _raised(steps, exponent)), exponent)


def _raised(steps: tuple[Step, ...], exponent: float) -> list[float]:
    return [s.share if s.share == 1 else min(max(s.share**exponent, s.low), s.high) for s in steps]


def _exponent(steps: tuple[Step, ...], target: float) -> float:
    """The exponent that gives `target`: bisection, the upper end doubled until it is low enough."""
    low, high = 0.0, 8.0
    while math.prod(_raised(steps, high)) > target:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        product = math.prod(_raised(steps, middle))
        if abs(product - target) <= _PRECISION:
            break
        low, high = (middle, high) if product > target else (low, middle)
    return middle


def with_numbers(project: Project, pipeline_id: str, **numbers: float | None) -> Project:
    """An edit: set entries, wins or key_reached of a pipeline, and scale its steps to them.

    With numbers that say nothing (no wins yet, more wins than requests) the steps are the usual ones.
    """
    pipeline = project.pipeline(pipeline_id).changed(**numbers)
    return project.with_pipeline(rescaled(pipeline))


def with_share(project: Project, pipeline_id: str, *, stage: str, share: float | None) -> Project:
    """An edit: the user's own conversion of a stage (0-1], or none; the other steps are scaled around it."""
    pipeline = project.pipeline(pipeline_id)
    old = pipeline.stage(stage).conversion
    typed = None if share is None else (old or Conversion(share=share, low=share, high=share))
    if typed is not None and share is not None:
        typed = typed.changed(share=share, basis=Basis.FACT, usual=(old.usual or old.share) if old else None)
    elif old is not None:
        typed = old.assumed
    pipeline = pipeline.with_stage(pipeline.stage(stage).changed(conversion=typed))
    return project.with_pipeline(rescaled(pipeline))


def rescaled(pipeline: Pipeline) -> Pipeline:
    """The pipeline with its steps scaled to its own two (or three) numbers, from the usual ones.

    A step the user typed stays as it is and the rest is scaled around it. With the number of deals
    that reached the key stage the steps before and after it are scaled apart.
    """
    usual = [s.conversion for s in pipeline.stages if s.conversion]
    if len(usual) < len(pipeline.stages):
        return pipeline
    usual = [c if c.basis is Basis.FACT else c.assumed for c in usual]
    scaled = _to_numbers(pipeline, tuple(usual))
    stages = tuple(s.changed(conversion=c) for s, c in zip(pipeline.stages, scaled, strict=True))
    return pipeline.changed(stages=stages)


def _to_numbers(pipeline: Pipeline, usual: tuple[Conversion, ...]) -> tuple[Conversion, ...]:
    n, m, w = pipeline.entries, pipeline.key_reached, pipeline.wins
    if not n or not w or w > n:
        return usual
    if m and pipeline.key_stage and w <= m <= n:
        cut = pipeline.index(pipeline.key_stage)
        return _scaled(usual[:cut], m / n) + _scaled(usual[cut:], w / m)
    return _scaled(usual, w / n)


def _scaled(usual: tuple[Conversion, ...], target: float) -> tuple[Conversion, ...]:
    steps = tuple(_step(conversion) for conversion in usual)
    return tuple(
        old if old.basis is Basis.FACT else old.changed(share=share, basis=Basis.SCALED, usual=old.share)
        for old, share in zip(usual, scale(steps, target).shares, strict=True)
    )


def _step(conversion: Conversion) -> Step:
    if conversion.basis is Basis.FACT:
        return Step(conversion.share, conversion.share, conversion.share)
    share = conversion.usual or conversion.share
    return Step(share, min(conversion.low, share), max(conversion.high, share))


def outside_usual_range(pipeline: Pipeline) -> bool:
    """Whether the user's two numbers lie beyond what the usual ranges of the steps allow."""
    n, w = pipeline.entries, pipeline.wins
    if not n or not w or w > n:
        return False
    steps = tuple(_step(s.conversion) for s in pipeline.stages if s.conversion)
    return bool(steps) and scale(steps, w / n).outside


def shares(pipeline: Pipeline) -> tuple[float | None, ...]:
    """Conversion of each stage to the next; from typed reached counts where both ends are known.

    A typed count that grows gives a share above 1: the check asks about it.
    """
    reached = [*(stage.reached for stage in pipeline.stages), pipeline.wins]
    found: list[float | None] = []
    for stage, here, there in zip(pipeline.stages, reached, reached[1:], strict=False):
        known = stage.reached is not None and here and there is not None
        found.append(there / here if known and here and there is not None else _share(stage.conversion))
    return tuple(found)


def _share(conversion: Conversion | None) -> float | None:
    return conversion.share if conversion else None


def total(pipeline: Pipeline) -> float | None:
    """Share of those who enter that win: the user's own two numbers, else the product of the steps.

    None while a step is unknown.
    """
    if pipeline.entries and pipeline.wins is not None and pipeline.wins <= pipeline.entries:
        return pipeline.wins / pipeline.entries
    steps = shares(pipeline)
    return None if not steps or None in steps else math.prod(s for s in steps if s is not None)


def counts(pipeline: Pipeline, entries: float | None = None) -> tuple[float, ...] | None:
    """How many of `entries` (default: the user's, else 100) reach each stage, and last how many win.

    The user's own counts stand as they are; what lies between two of them never falls below the later
    one, so that an assumption does not widen the funnel. None while a step is unknown.
    """
    start = entries or pipeline.entries or 100.0
    own = {} if entries is not None else _own_counts(pipeline)
    found = [own.get(0, start)]
    for place, stage in enumerate(pipeline.stages, start=1):
        share = _share(stage.conversion)
        if place in own:
            found.append(own[place])
        elif share is None:
            return None
        else:
            found.append(max(found[-1] * share, _floor(own, place, found[-1])))
    return tuple(found)


def _own_counts(pipeline: Pipeline) -> dict[int, float]:
    """The user's counts by place in the funnel; more wins than requests say nothing."""
    own = {place: stage.reached for place, stage in enumerate(pipeline.stages) if stage.reached is not None}
    if pipeline.entries:
        own.setdefault(0, pipeline.entries)
    if pipeline.wins and pipeline.entries and pipeline.wins <= pipeline.entries:
        own[len(pipeline.stages)] = pipeline.wins
    return own


def _floor(own: dict[int, float], place: int, last: float) -> float:
    """The next own count after a place, if it does not grow; no floor otherwise."""
    later = min((p for p in own if p > place), default=None)
    return own[later] if later is not None and own[later] <= last else 0.0


def requests_needed(goal: float, average_check: float, share: float) -> int:
    """Requests a month needed for a revenue goal: ceil(goal / check / total)."""
    return math.ceil(goal / average_check / share - _PRECISION)


@dataclass(frozen=True)
class Lever:
    """What some points more at one step bring: more wins a month, and the factor on the total."""

    wins: float
    factor: float

    def money(self, average_check: float) -> float:
        return self.wins * average_check


def lever(pipeline: Pipeline, stage_id: str, *, points: float = 0.10) -> Lever | None:
    """The gain from `points` (share) more at the step from this stage on, later steps unchanged.

    The share never passes 1. None while a step is unknown.
    """
    all_counts, steps = counts(pipeline), shares(pipeline)
    share = steps[pipeline.index(stage_id)]
    if all_counts is None or not share:
        return None
    factor = min(share + points, 1) / min(share, 1)
    return Lever(wins=all_counts[-1] * (factor - 1), factor=factor)


def chance(pipeline: Pipeline, stage_id: str) -> float | None:
    """Chance to win for a deal that stands at this stage."""
    rest = shares(pipeline)[pipeline.index(stage_id) :]
    return None if None in rest else math.prod(s for s in rest if s is not None)
