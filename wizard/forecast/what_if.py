"""What some points more at one step bring; later steps are assumed to stay as they are."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.forecast.reached import counts, shares
from wizard.model.pipeline import Pipeline


@dataclass(frozen=True)
class Lever:
    """Wins a month more (or fewer), and the factor on the total."""

    wins: float
    factor: float

    def money(self, average_check: float) -> float:
        """Money a month."""
        return self.wins * average_check


@dataclass(frozen=True)
class WhatIf:
    """Counts a month at each stage and last the wins, now and after; the share (0-1) of the changed step."""

    now: tuple[float, ...]
    after: tuple[float, ...]
    share_now: float
    share_after: float

    @property
    def lever(self) -> Lever:
        return Lever(self.after[-1] - self.now[-1], self.share_after / self.share_now)


def lever(pipeline: Pipeline, stage_id: str, *, points: float = 0.10) -> Lever | None:
    """The gain from `points` (share) more at the step from this stage on; never past 1.

    None while a step is unknown.
    """
    found = what_if(pipeline, stage_id, points=points)
    return found.lever if found else None


def what_if(pipeline: Pipeline, stage_id: str, *, points: float) -> WhatIf | None:
    """The funnel now and with `points` (share) more or fewer at the step from this stage on.

    The share stays between 0 and 1. None while a step is unknown.
    """
    now, place = counts(pipeline), pipeline.index(stage_id)
    share = shares(pipeline)[place]
    if now is None or not share:
        return None
    share = min(share, 1)
    after = min(max(share + points, 0), 1)
    later = tuple(count * after / share for count in now[place + 1 :])
    return WhatIf(now, (*now[: place + 1], *later), share, after)
