"""A questionnaire as the database keeps it; apart from the database, which takes long to import."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from wizard.model.questionnaire import ClientAnswers


@dataclass(frozen=True)
class SheetLimits:
    """`kept` questionnaires of a draft at once, `saves` of one of them in all."""

    kept: int = 20
    saves: int = 5_000


SHEET_LIMITS = SheetLimits()


class SheetState(StrEnum):
    """How far a questionnaire is; `CLOSED` is one whose link was withdrawn before it was sent."""

    WAITING = "waiting"
    STARTED = "started"
    SENT = "sent"
    TAKEN = "taken"
    CLOSED = "closed"


@dataclass(frozen=True)
class Questionnaire:
    """`token` is the secret in the client's link, made again from the draft's own. Times are UTC."""

    id: int
    token: str = field(repr=False)
    open: bool
    answers: ClientAnswers
    made_at: dt.datetime
    changed_at: dt.datetime | None = None
    sent_at: dt.datetime | None = None
    taken_at: dt.datetime | None = None

    @property
    def state(self) -> SheetState:
        if self.taken_at:
            return SheetState.TAKEN
        if self.sent_at:
            return SheetState.SENT
        if not self.open:
            return SheetState.CLOSED
        return SheetState.STARTED if self.changed_at else SheetState.WAITING


@dataclass(frozen=True)
class Sheet:
    """A questionnaire for the client who fills it in: nothing of the project."""

    answers: ClientAnswers
    sent_at: dt.datetime | None = None
