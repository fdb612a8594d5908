"""Market references: the shape of `templates/benchmarks.yaml`."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from wizard.catalog.templates.parts import Words
from wizard.model.base import Id, Model
from wizard.model.pipeline import GoalType


class Measure(StrEnum):
    """What a reference is about: a share of requests, of one step, of closed deals; money; time."""

    TOTAL = "total"
    STEP = "step"
    WIN_RATE = "win_rate"
    REQUEST_PRICE = "request_price"
    DAYS = "days"
    MONEY = "money"


class Source(Model):
    """Who says so; `address` is without the scheme."""

    name: str
    address: str


class Benchmark(Model):
    """What others say of their figures: never mixed with the user's.

    `low` and `high` are shares (0-1) or money where the reference is a range one can compare with.
    """

    id: Id
    measure: Measure
    what: Words
    base: Words
    value: Words
    low: float | None = None
    high: float | None = None
    source: Source
    year: int | None = None
    industries: tuple[Id, ...] = ()
    goals: tuple[GoalType, ...] = ()

    @model_validator(mode="after")
    def _range_holds(self) -> Benchmark:
        if (self.low is None) != (self.high is None) or (self.low or 0) > (self.high or 0):
            raise ValueError("a range has both ends, the lower first")
        return self
