"""A questionnaire as the database keeps it; apart from the database, which takes long to import."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from wizard.model.questionnaire import ClientAnswers


@dataclass(frozen=True)
class FormLimits:
    """`kept` questionnaires of a draft at once, `saves` of one of them in all."""

    kept: int = 20
    saves: int = 5_000


FORM_LIMITS = FormLimits()


class FormState(StrEnum):
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
    def state(self) -> FormState:
        if self.taken_at:
            return FormState.TAKEN
        if self.sent_at:
            return FormState.SENT
        if not self.open:
            return FormState.CLOSED
        return FormState.STARTED if self.changed_at else FormState.WAITING


@dataclass(frozen=True)
class Form:
    """A questionnaire for the client who fills it in: nothing of the project."""

    answers: ClientAnswers
    sent_at: dt.datetime | None = None
