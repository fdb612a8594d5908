"""A revenue goal taken apart: payments, deals at each stage, requests a month, a week, a day, and their price."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.forecast.money import client_cost, requests_needed
from wizard.forecast.reached import counts, total
from wizard.model.pipeline import Pipeline

_DAYS = 365 / 12  # of a month: requests come on days off, too
_WEEK = 7


@dataclass(frozen=True)
class Plan:
    """What a goal (money a month) takes. Counts are a month but where they say otherwise."""

    goal: float
    average_check: float
    share: float  # of requests that win, 0-1
    wins: float
    reached: tuple[float, ...]
    requests: int
    request_price: float | None = None

    @property
    def a_week(self) -> float:
        """Requests a week."""
        return self.requests / _DAYS * _WEEK

    @property
    def a_day(self) -> float:
        """Requests a calendar day."""
        return self.requests / _DAYS

    @property
    def budget(self) -> float | None:
        """Money a month for these requests; None without a price of a request."""
        return None if self.request_price is None else self.requests * self.request_price

    @property
    def client_cost(self) -> float | None:
        """Money for one paying client; None without a price of a request."""
        return None if self.request_price is None else client_cost(self.request_price, self.share)


def plan(pipeline: Pipeline, goal: float | None, *, request_price: float | None = None) -> Plan | None:
    """The goal taken apart by the pipeline's own conversions; None while a figure for it is missing.

    `reached` counts each stage and last the wins that the goal takes, in fractions; requests are whole.
    """
    share, check = total(pipeline), pipeline.average_check
    if not goal or not check or not share:
        return None
    wins = goal / check
    today = counts(pipeline)
    if today is None or not today[-1]:
        return None
    reached = tuple(count / today[-1] * wins for count in today)
    return Plan(goal, check, share, wins, reached, requests_needed(goal, check, share), request_price)
