"""Where the deals of a stage that an account had before go, now that its funnel is rebuilt."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from wizard.model.base import Id, Model, Name


class End(StrEnum):
    WON = "won"
    LOST = "lost"


class DealMove(Model):
    """One line of the table of the deals' move: a stage as the account has it, and where its deals go.

    Names are those of the account; a pasted list of stages has no remote ids. Without a stage and an end
    somebody decides on each deal by hand.
    """

    account: Name = ""
    from_pipeline: Name
    from_stage: Name
    remote_pipeline: Name = ""
    remote_stage: Name = ""
    pipeline: Id
    stage: Id | None = None
    end: End | None = None

    @property
    def decided(self) -> bool:
        """Whether it is said where the deals go."""
        return self.stage is not None or self.end is not None

    @model_validator(mode="after")
    def _one_aim(self) -> Self:
        if self.stage is not None and self.end is not None:
            raise PydanticCustomError("move_target", "a deal moves into a stage or to an end, not both")
        return self
