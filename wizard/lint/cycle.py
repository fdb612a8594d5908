"""How long a deal takes: as told in words, and as the stages' time limits allow."""

from __future__ import annotations

import re
from typing import NamedTuple

from wizard.lint.words import says, topic
from wizard.model.pipeline import Pipeline
from wizard.model.terms import Duration

# A number or two of them, and the word behind; "B2B" holds none.
_SPAN = re.compile(r"(?<!\w)(\d+)(?:\s*[-\u2013\u2014]\s*(\d+))?(?!\w)\s*([^\W\d]*)")
_UNITS = {"hour": 1 / 24, "week": 7.0, "month": 30.0, "year": 365.0}
_DAY = 1440


class Span(NamedTuple):
    """Days, the fewest and the most."""

    low: float
    high: float


def told(text: str) -> Span | None:
    """The widest span a text tells of: several kinds of deals may share a funnel."""
    spans = [_days(match) for match in _SPAN.finditer(text)]
    return Span(min(s.low for s in spans), max(s.high for s in spans)) if spans else None


def allowed(pipeline: Pipeline) -> float | None:
    """The sum of the time limits in days, without stages that last until a date; None where one is missing."""
    if not pipeline.stages or any(stage.term is None for stage in pipeline.stages):
        return None
    limits = [stage.term.limit for stage in pipeline.stages if stage.term and stage.term.limit]
    return sum(map(_length, limits))


def all_until_days(pipeline: Pipeline) -> bool:
    """Whether no stage lasts until a date, so that the sum is the whole way."""
    return all(stage.term and stage.term.limit for stage in pipeline.stages)


def _length(limit: Duration) -> float:
    return limit.minutes / _DAY


def _days(match: re.Match[str]) -> Span:
    unit = next((days for word, days in _UNITS.items() if says(match[3], topic("dates", word))), 1.0)
    low, high = float(match[1]), float(match[2] or match[1])
    return Span(min(low, high) * unit, max(low, high) * unit)
