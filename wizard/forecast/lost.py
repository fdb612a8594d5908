"""Figures of lost deals, counted a month; spam and doubles are not lost, for they were no requests."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.losses import OTHER
from wizard.model.pipeline import Pipeline

SPAM = "spam_duplicate"


def lost_counts(pipeline: Pipeline) -> dict[str, float]:
    """The user's own counts of lost deals by reason, most first, without spam and doubles."""
    counted = {use.reason: use.count for use in pipeline.losses if use.count is not None and use.reason != SPAM}
    return dict(sorted(counted.items(), key=lambda item: -item[1]))


def win_rate(won: float, lost: float) -> float | None:
    """Share (0-1) of closed deals that were won: another base than requests. None while nothing is closed."""
    return won / (won + lost) if won + lost else None


def other_share(counts: Mapping[str, float]) -> float | None:
    """Share (0-1) of lost deals whose reason is "other"; None while nothing is counted."""
    lost = sum(counts.values())
    return counts.get(OTHER, 0) / lost if lost else None
