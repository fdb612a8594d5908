"""What a funnel chart shows, row by row: counts, the share of each step, and what is only assumed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wizard import forecast
from wizard.model.pipeline import Basis, Pipeline

_PRECISION = 1e-9
_ALIKE = 0.005


@dataclass(frozen=True)
class FunnelRow:
    """A stage, or won as the last row.

    `count` is None while a step is unknown; `arrived` is the share that came here from the row
    before; `own` says that the count follows from the user's own figures alone; `narrow` marks the
    row whose step is the weakest of all.
    """

    name: str
    count: float | None
    arrived: float | None
    own: bool
    key: bool = False
    won: bool = False
    widens: bool = False
    narrow: bool = False


def funnel_rows(pipeline: Pipeline) -> tuple[FunnelRow, ...]:
    """The rows of a pipeline from its first stage to won; none without stages."""
    if not pipeline.stages:
        return ()
    counts = forecast.counts(pipeline)
    own = _own(pipeline)
    rows = []
    for place, name in enumerate((*(stage.name for stage in pipeline.stages), pipeline.won.name)):
        won = place == len(pipeline.stages)
        rows.append(
            FunnelRow(
                name=name,
                count=counts[place] if counts else None,
                arrived=_arrived(pipeline, counts, place),
                own=own[place],
                key=not won and pipeline.stages[place].id == pipeline.key_stage,
                won=won,
                widens=bool(counts) and place > 0 and _widens(counts, place),
            )
        )
    return _with_narrow(rows)


def _with_narrow(rows: list[FunnelRow]) -> tuple[FunnelRow, ...]:
    """The weakest step, or the two that are alike; no step stands out where most are."""
    steps = [row.arrived for row in rows if row.arrived is not None]
    if len(steps) < len(rows) - 1:
        return tuple(rows)
    found = [row for row in rows if row.arrived is not None and row.arrived <= min(steps) + _ALIKE]
    if len(found) * 2 > len(steps):
        return tuple(rows)
    return tuple(replace(row, narrow=row in found) for row in rows)


def _own(pipeline: Pipeline) -> tuple[bool, ...]:
    """Whether each count comes from the user: typed, or reached from such a count by a step of his own."""
    first = pipeline.stages[0]
    found = [first.reached is not None or bool(pipeline.entries)]
    for before, stage in zip(pipeline.stages, pipeline.stages[1:], strict=False):
        fact = before.conversion is not None and before.conversion.basis is Basis.FACT
        found.append(stage.reached is not None or (found[-1] and fact))
    last = pipeline.stages[-1].conversion
    by_step = found[-1] and last is not None and last.basis is Basis.FACT
    return (*found, bool(pipeline.entries and pipeline.wins) or by_step)


def _arrived(pipeline: Pipeline, counts: tuple[float, ...] | None, place: int) -> float | None:
    """The share of the drawn counts, so that the picture agrees with itself; the step's while there are none."""
    if place == 0:
        return None
    if counts is None:
        return forecast.shares(pipeline)[place - 1]
    return counts[place] / counts[place - 1] if counts[place - 1] else None


def _widens(counts: tuple[float, ...] | None, place: int) -> bool:
    return counts is not None and counts[place] > counts[place - 1] + _PRECISION
