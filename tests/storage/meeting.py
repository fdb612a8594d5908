"""A workshop the tests hold on a draft, at a time they set."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.small import PROJECT
from wizard.model.history import History
from wizard.model.workshop import Kind
from wizard.storage import workshop_reading
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.links import hashed
from wizard.storage.participation import Participation
from wizard.storage.refused import TurnedAwayError, UnknownLinkError
from wizard.storage.tables import PARTICIPANT, PROPOSAL, VOTE, WORKSHOP, WORKSHOP_LOG
from wizard.storage.workshop import (
    Hosted,
    Limits,
    Reading,
    Spot,
    Suggestion,
)
from wizard.storage.workshops import Workshops

ANNA, BORIS, VERA = ("anna".ljust(32, "-"), "boris".ljust(32, "-"), "vera".ljust(32, "-"))
NOON = dt.datetime(2026, 11, 25, 12)  # noqa: DTZ001 - UTC without saying so, as the tables hold it
STAGE = Suggestion("key-stage", Kind.STAGE, "Замер проведён 📐", Spot("sale", "met"))
SECOND = dt.timedelta(seconds=1)


def fact(number: int) -> Suggestion:
    return Suggestion(f"key-{number:05}", Kind.FACT, f"Факт {number}", Spot("sale", "met"))


@dataclass
class Meeting:
    """A workshop on a draft at a time the test sets."""

    drafts: Drafts
    limits: Limits = field(default_factory=Limits)
    time: dt.datetime = NOON

    def __post_init__(self) -> None:
        self.draft: Draft = self.drafts.create(History(PROJECT)).draft
        self.hosts = Workshops(self.drafts.database, limits=self.limits, now=lambda: self.time)
        self.guests = Participation(self.drafts.database, limits=self.limits, now=lambda: self.time)
        self.hosted: Hosted = self.hosts.begin(self.draft)

    @property
    def token(self) -> str:
        return self.hosted.token

    def reading(self, token: str | None = None) -> Reading:
        found = workshop_reading.reading(self.drafts.database, hashed(token or self.token))
        assert found
        return found

    def refused(self, what: Any, *arguments: Any, **named: Any) -> str:
        """Why something is refused; the workshop stays as it was."""
        before = self.reading()
        with pytest.raises((TurnedAwayError, UnknownLinkError)) as refused:
            what(*arguments, **named)
        assert self.reading() == before
        return refused.value.key


def counted(drafts: Drafts) -> dict[str, int]:
    tables = (WORKSHOP, PARTICIPANT, PROPOSAL, VOTE, WORKSHOP_LOG)
    with drafts.database.reading() as connection:
        return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}
