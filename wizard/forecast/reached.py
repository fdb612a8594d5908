"""How many deals reach each stage, and by what share; shares are 0-1, counts are deals a month."""

from __future__ import annotations

import math

from wizard.model.pipeline import Conversion, Pipeline


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


def chance(pipeline: Pipeline, stage_id: str) -> float | None:
    """Chance to win for a deal that stands at this stage."""
    rest = shares(pipeline)[pipeline.index(stage_id) :]
    return None if None in rest else math.prod(s for s in rest if s is not None)


def in_a_row(first: Pipeline, second: Pipeline, *, entry: str) -> float | None:
    """Share (0-1) of those who enter the first funnel that win in the second, which they enter at a stage of it."""
    before, after = total(first), chance(second, entry)
    return None if before is None or after is None else before * after
