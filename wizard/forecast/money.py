"""What conversions mean in requests, money and days.

Shares are 0-1, counts a month, money in the company's currency.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from wizard.forecast.reached import chance
from wizard.model.pipeline import Pipeline

_PRECISION = 1e-9


def requests_needed(goal: float, average_check: float, share: float) -> int:
    """Requests a month needed for a revenue goal (money a month): ceil(goal / check / total)."""
    return math.ceil(goal / average_check / share - _PRECISION)


def client_cost(request_price: float, share: float) -> float:
    """What a paying client costs, in money: the price of a request over the total conversion."""
    return request_price / share


def weighted(pipeline: Pipeline, deals: Iterable[tuple[str, float]]) -> float | None:
    """Money to be expected of open deals, each given as its stage and its amount: amount x chance from there.

    None while a step is unknown.
    """
    found = 0.0
    for stage, amount in deals:
        share = chance(pipeline, stage)
        if share is None:
            return None
        found += amount * share
    return found


def coverage(win_rate: float) -> float:
    """How many times the plan must stand in open deals (a factor): one over the win rate."""
    return 1 / win_rate


def velocity(deals: float, average_check: float, *, win_rate: float, cycle: float) -> float:
    """Money a day that open deals bring: deals x check x win rate / days to close.

    Deals and win rate are counted from the same stage.
    """
    return deals * average_check * win_rate / cycle


def cycle(days: Iterable[float]) -> float:
    """Days to close: the sum of the average days in each stage. Terms are limits, not averages."""
    return sum(days)
