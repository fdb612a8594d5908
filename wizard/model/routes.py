"""Where a client goes next: another pipeline, the head, the archive, the stop-list, or an end."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from wizard.model.base import Id, Model, Text
from wizard.model.terms import AT_ONCE, DateRule


class Target(StrEnum):
    PIPELINE = "pipeline"
    HEAD = "head"
    ARCHIVE = "archive"
    STOP_LIST = "stop_list"
    RESERVE = "reserve"
    END = "end"


class TransferMode(StrEnum):
    """How the card gets there; moving loses the deal in the first funnel's report."""

    NEW_DEAL = "new_deal"
    MOVE = "move"


class Destination(Model):
    """A pipeline and the stage at which the client enters it; no stage means nobody has chosen one yet."""

    pipeline: Id
    stage: Id | None = None


class Route(Model):
    """Where a client goes next, when, and how.

    `why` says why a client is archived, or labels an end. `fallback` is what people do by hand while
    the target pipeline is not launched. `wanted` remembers the better route whose pipeline left the
    project or is not there yet, so that it holds when the pipeline comes. `new_occasion` marks the one
    allowed return into the same pipeline: a new reason to buy, not a second try at the old one.
    """

    target: Target
    to: Destination | None = None
    opens: DateRule = AT_ONCE
    mode: TransferMode = TransferMode.NEW_DEAL
    new_occasion: bool = False
    why: Text = ""
    fallback: Text = ""
    wanted: Route | None = None

    @model_validator(mode="after")
    def _destination_fits_target(self) -> Route:
        if (self.target is Target.PIPELINE) != (self.to is not None):
            raise PydanticCustomError("route_target", "a route to a pipeline names it, any other route does not")
        return self

    def leads_to(self, pipeline: str) -> bool:
        """Whether this route enters the given pipeline."""
        return self.to is not None and self.to.pipeline == pipeline

    @property
    def date_fields(self) -> tuple[str, ...]:
        """Fields this route, or those it stands in for, open by."""
        own = (self.opens.field,) if self.opens.field else ()
        return (*own, *self.wanted.date_fields) if self.wanted else own


ARCHIVE = Route(target=Target.ARCHIVE)
HEAD = Route(target=Target.HEAD)
