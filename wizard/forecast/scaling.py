"""Steps scaled to a total in logarithms by one exponent.

A step near 100 % hardly moves, a weak one moves most, and the order of strengths is kept.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

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
