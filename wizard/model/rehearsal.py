"""Recent deals told to see whether a funnel is true: where each of them went otherwise than its stages say.

A deal without gaps went straight through. What was told stays as it was told; whether it still is a
gap (`ToldDeal.gaps_in`) depends on how the stages stand now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from wizard.model.base import Id, Model, Name
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.terms import Term, Unit

if TYPE_CHECKING:
    from wizard.model.project import Project

MOST_DAYS = 3650

# A working week for calendar days, a working day for hours.
_WEEK, _HOURS = 7 / 5, 8


class Outcome(StrEnum):
    """How a deal ended."""

    WON = "won"
    LOST = "lost"
    OPEN = "open"


class GapKind(StrEnum):
    SKIPPED = "skipped"
    STOOD = "stood"
    RETURNED = "returned"
    MISSING = "missing"


class Gap(Model):
    """What was different at a stage of one deal.

    It jumped over the stage, stood there too long (`days`), came back from there (`to` an earlier
    stage), or something happened after it that no stage shows (`words`).
    """

    kind: GapKind
    stage: Id
    to: Id | None = None
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] | None = None
    words: Name = ""

    @model_validator(mode="after")
    def _only_its_own_details(self) -> Gap:
        details = {GapKind.RETURNED: self.to, GapKind.STOOD: self.days, GapKind.MISSING: self.words}
        strange = any(value for kind, value in details.items() if kind is not self.kind)
        if strange or (self.kind is GapKind.RETURNED) != (self.to is not None) or self.to == self.stage:
            raise PydanticCustomError("gap_details", "a gap has the details of its own kind only")
        return self


class ToldDeal(Model):
    """One deal of a pipeline, in a line of its teller's; `reached` is how far a deal got that was not won."""

    id: Id
    pipeline: Id
    text: Name
    outcome: Outcome = Outcome.WON
    reached: Id | None = None
    gaps: Annotated[tuple[Gap, ...], Field(max_length=1000)] = ()

    @model_validator(mode="after")
    def _told_once(self) -> ToldDeal:
        if any(count > 1 for count in Counter((gap.kind, gap.stage) for gap in self.gaps).values()):
            raise PydanticCustomError("repeated_gap", "a stage has at most one gap of a kind")
        if self.reached is not None and self.outcome is Outcome.WON:
            raise PydanticCustomError("won_reached", "a deal that was won got to the end")
        return self

    def gap(self, kind: GapKind, stage: str) -> Gap | None:
        """What was told of that kind about a stage."""
        return next((gap for gap in self.gaps if (gap.kind, gap.stage) == (kind, stage)), None)

    def stages(self) -> Iterator[str]:
        """The ids of all stages it names."""
        yield from ([self.reached] if self.reached else [])
        for gap in self.gaps:
            yield from (gap.stage, *([gap.to] if gap.to else []))

    def walked(self, pipeline: Pipeline) -> tuple[Stage, ...]:
        """The stages up to the furthest one it reached."""
        return pipeline.stages[: pipeline.index(self.reached) + 1] if self.reached else pipeline.stages

    def gaps_in(self, pipeline: Pipeline) -> tuple[Gap, ...]:
        """What does not fit the stages as they stand, in their order; what a change has settled is left out."""
        places = {stage.id: place for place, stage in enumerate(self.walked(pipeline))}
        found = (gap for gap in self.gaps if gap.stage in places and _holds(gap, pipeline))
        return tuple(sorted(found, key=lambda gap: places[gap.stage]))

    def without_stage(self, stage: str, before: str | None) -> ToldDeal:
        """The deal when a stage is deleted: what was told about it is about the one before, if there is one.

        That it was jumped over is no gap any more. What was told about the one before itself holds.
        """
        told: dict[tuple[GapKind, str], Gap] = {}
        for gap in sorted(self.gaps, key=lambda gap: gap.stage == stage):
            if left := _inherited(gap, stage, before):
                told.setdefault((left.kind, left.stage), left)
        reached = before if self.reached == stage else self.reached
        return self.changed(gaps=tuple(told.values()), reached=reached)


def told_about(project: Project, pipeline_id: str) -> tuple[ToldDeal, ...]:
    """The deals told about a pipeline, in the order they were told."""
    return tuple(deal for deal in project.rehearsal if deal.pipeline == pipeline_id)


def same_words(one: str, other: str) -> bool:
    """Whether two names say the same; case and a Russian yo do not matter."""
    return _compared(one) == _compared(other)


def limit_days(term: Term | None) -> float | None:
    """A limit in calendar days; None without one, or where it is a date in the card."""
    limit = term.limit if term else None
    if limit is None:
        return None
    if not limit.working:
        return limit.minutes / 1440
    return _WEEK * (limit.amount if limit.unit is Unit.DAYS else limit.minutes / 60 / _HOURS)


def _compared(name: str) -> str:
    return name.casefold().replace("\u0451", "\u0435")


def _holds(gap: Gap, pipeline: Pipeline) -> bool:
    if gap.kind is GapKind.RETURNED:
        return next(stage.id for stage in pipeline.stages if stage.id in (gap.stage, gap.to)) == gap.to
    if gap.kind is GapKind.STOOD:
        limit = limit_days(pipeline.stage(gap.stage).term)
        return limit is None or gap.days is None or gap.days > limit
    if gap.kind is GapKind.MISSING:
        return bool(gap.words) and not any(same_words(gap.words, stage.name) for stage in pipeline.stages)
    return True


def _inherited(gap: Gap, stage: str, before: str | None) -> Gap | None:
    """The gap with the stage before a deleted one in its place; None when nothing is left of it."""
    if stage not in (gap.stage, gap.to):
        return gap
    where, to = (before if named == stage else named for named in (gap.stage, gap.to))
    if where is None or where == to or (gap.to and to is None) or (gap.kind is GapKind.SKIPPED):
        return None
    return gap.changed(stage=where, to=to)
