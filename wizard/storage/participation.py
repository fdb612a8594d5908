"""Workshops for those who take part: a device comes by the workshop's link, proposes and votes.

Each is known by a secret of its own, so it is the same participant after a reload, a lost connection or a restart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from wizard.storage.database import Database
from wizard.storage.join_codes import is_code
from wizard.storage.links import hashed, is_token
from wizard.storage.refused import TurnedAwayError, UnknownLinkError
from wizard.storage.tables import PARTICIPANT, PROPOSAL, VOTE, WORKSHOP
from wizard.storage.workshop import LIMITS, Limits, State, Suggestion
from wizard.storage.workshop import now as utc

_MINUTE = dt.timedelta(minutes=1)
UNKNOWN = "workshop.refused.unknown"


class Written(NamedTuple):
    """What was written: the number of the participant or proposal, and the workshop's version that shows it."""

    number: int
    version: int


class Participation:
    """In all workshops of a database. `token` is the code of a workshop, `device` that of a device.

    Every method may raise `UnavailableError`; `UnknownLinkError` for a secret that opens nothing, `TurnedAwayError`
    with the reason for what is not taken. Then nothing was written.
    """

    def __init__(self, database: Database, *, limits: Limits = LIMITS, now: Callable[[], dt.datetime] = utc) -> None:
        self.database, self.limits, self.now = database, limits, now

    def join(self, token: str, device: str, name: str | None = None) -> Written:
        """Take part, or come back; a name replaces the one before, and an empty one takes it away."""
        _look_like_secrets(token, device)
        with self.database.writing() as connection:
            workshop = _locked(connection, token)
            known = connection.execute(select(PARTICIPANT).where(_device(workshop.id, device))).first()
            if known is None:
                _open(workshop)
                self._have_room(connection, workshop.id)
                new = {"device_hash": hashed(device), "name": name or "", "muted": False}
                row = {"workshop": workshop.id, **new, "joined_at": self.now(), "seen_at": self.now()}
                made = connection.execute(insert(PARTICIPANT).values(row).returning(PARTICIPANT.c.id)).scalar_one()
                return Written(int(made), _raised(connection, workshop))
            values = {} if name is None else {"name": name}
            this = PARTICIPANT.c.id == known.id
            connection.execute(update(PARTICIPANT).where(this).values(**values, seen_at=self.now()))
            renamed = name not in (None, known.name)
            return Written(known.id, _raised(connection, workshop) if renamed else workshop.version)

    def propose(self, token: str, device: str, suggestion: Suggestion) -> Written:
        """Propose something; sent again under the same key it is the one that is there."""
        _look_like_secrets(token, device)
        with self.database.writing() as connection:
            workshop = _locked(connection, token)
            who = _participant(connection, workshop.id, device)
            same = and_(PROPOSAL.c.participant == who.id, PROPOSAL.c.key == suggestion.key)
            known = connection.execute(select(PROPOSAL.c.id).where(same)).scalar()
            if known is not None:
                return Written(known, workshop.version)
            _open(workshop)
            _heard(workshop.muted, who.muted)
            self._have_patience(connection, workshop.id, who.id)
            row = _row(workshop.id, who.id, suggestion, now=self.now())
            made = connection.execute(insert(PROPOSAL).values(row).returning(PROPOSAL.c.id)).scalar_one()
            return Written(int(made), _raised(connection, workshop))

    def vote(self, token: str, device: str, *, proposal: int, given: bool = True) -> Written:
        """Vote for a proposal nobody has decided on yet, or take the vote back; twice is once."""
        _look_like_secrets(token, device)
        with self.database.writing() as connection:
            workshop = _locked(connection, token)
            who = _participant(connection, workshop.id, device)
            one = and_(VOTE.c.proposal == proposal, VOTE.c.participant == who.id)
            if (connection.execute(select(VOTE).where(one)).first() is not None) == given:
                return Written(proposal, workshop.version)
            _open(workshop)
            _heard(who.muted)
            _undecided(connection, workshop.id, proposal)
            if given:
                connection.execute(insert(VOTE).values(proposal=proposal, participant=who.id))
            else:
                connection.execute(delete(VOTE).where(one))
            return Written(proposal, _raised(connection, workshop))

    def seen(self, participants: Iterable[int]) -> None:
        """Note that these devices are there; that is no change of the workshop."""
        with self.database.writing() as connection:
            there = PARTICIPANT.c.id.in_(sorted(participants))
            connection.execute(update(PARTICIPANT).where(there).values(seen_at=self.now()))

    def _have_room(self, connection: Connection, workshop: int) -> None:
        within = PARTICIPANT.c.workshop == workshop
        if _count(connection, PARTICIPANT, within) >= self.limits.participants:
            raise TurnedAwayError("workshop.refused.full", most=self.limits.participants)
        if _count(connection, PARTICIPANT, within, PARTICIPANT.c.joined_at > self.now() - _MINUTE) >= self.limits.joins:
            raise TurnedAwayError("workshop.refused.crowd")

    def _have_patience(self, connection: Connection, workshop: int, participant: int) -> None:
        own = PROPOSAL.c.participant == participant
        lately = PROPOSAL.c.made_at > self.now() - _MINUTE
        if _count(connection, PROPOSAL, own, lately) >= self.limits.own_a_minute:
            raise TurnedAwayError("workshop.refused.too_fast")
        if _count(connection, PROPOSAL, own) >= self.limits.own:
            raise TurnedAwayError("workshop.refused.own", most=self.limits.own)
        if _count(connection, PROPOSAL, PROPOSAL.c.workshop == workshop) >= self.limits.proposals:
            raise TurnedAwayError("workshop.refused.proposals", most=self.limits.proposals)


def _look_like_secrets(token: str, device: str) -> None:
    if not (is_code(token) and is_token(device)):
        raise UnknownLinkError(UNKNOWN)


def _locked(connection: Connection, token: str) -> Any:
    """The workshop, which nobody else changes until the transaction ends."""
    columns = (WORKSHOP.c.id, WORKSHOP.c.open, WORKSHOP.c.muted, WORKSHOP.c.version)
    wanted = select(*columns).where(WORKSHOP.c.join_hash == hashed(token)).with_for_update()
    found = connection.execute(wanted).first()
    if found is None:
        raise UnknownLinkError(UNKNOWN)
    return found


def _device(workshop: int, device: str) -> Any:
    return and_(PARTICIPANT.c.workshop == workshop, PARTICIPANT.c.device_hash == hashed(device))


def _participant(connection: Connection, workshop: int, device: str) -> Any:
    found = connection.execute(select(PARTICIPANT.c.id, PARTICIPANT.c.muted).where(_device(workshop, device))).first()
    if found is None:
        raise UnknownLinkError(UNKNOWN)
    return found


def _open(workshop: Any) -> None:
    if not workshop.open:
        raise TurnedAwayError("workshop.refused.closed")


def _heard(*muted: bool) -> None:
    if any(muted):
        raise TurnedAwayError("workshop.refused.muted")


def _undecided(connection: Connection, workshop: int, proposal: int) -> None:
    one = and_(PROPOSAL.c.id == proposal, PROPOSAL.c.workshop == workshop, PROPOSAL.c.state == State.NEW)
    if connection.execute(select(PROPOSAL.c.id).where(one)).scalar() is None:
        raise TurnedAwayError("workshop.refused.decided")


def _raised(connection: Connection, workshop: Any) -> int:
    connection.execute(update(WORKSHOP).where(WORKSHOP.c.id == workshop.id).values(version=workshop.version + 1))
    return int(workshop.version) + 1


def _count(connection: Connection, table: Any, *where: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())


def _row(workshop: int, participant: int, suggestion: Suggestion, *, now: dt.datetime) -> dict[str, Any]:
    return {
        "workshop": workshop,
        "participant": participant,
        "key": suggestion.key,
        "kind": suggestion.kind.value,
        "pipeline": suggestion.spot.pipeline,
        "stage": suggestion.spot.stage,
        "text": suggestion.text,
        "state": State.NEW.value,
        "final": "",
        "why": "",
        "made_at": now,
    }
