"""Workshops for their hosts: whoever has the link that edits a draft begins one on it, leads it and decides.

Whoever writes locks the workshop first and raises its version last, so that whoever has seen a version has seen all of
it, and limits hold exactly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, insert, select, update

from wizard.storage.database import Database
from wizard.storage.draft import Draft
from wizard.storage.drafts import must_be_own, own
from wizard.storage.join_codes import join_code, new_salt
from wizard.storage.links import hashed
from wizard.storage.refused import UnknownLinkError
from wizard.storage.tables import DRAFT, PARTICIPANT, PROPOSAL, WORKSHOP, WORKSHOP_LOG
from wizard.storage.workshop import LIMITS, Hosted, Limits, State, Verdict
from wizard.storage.workshop import now as utc


class Workshops:
    """Those of all drafts of a database. Every method may raise `UnavailableError`; then nothing was written.

    `UnknownLinkError` for whoever has no link that edits. What changes something returns the version it made.
    """

    def __init__(self, database: Database, *, limits: Limits = LIMITS, now: Callable[[], dt.datetime] = utc) -> None:
        self.database, self.limits, self.now = database, limits, now

    def begin(self, draft: Draft) -> Hosted:
        """The open workshop of a draft, or a new one."""
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            last = connection.execute(_newest(draft)).first()
            if last and last.open:
                return _hosted(draft, last)
            made = connection.execute(insert(WORKSHOP).values(_row(draft, self.now())).returning(*_HOSTED)).one()
            _forget_old(connection, draft, most=self.limits.workshops)
            _write(connection, made.id, self.now(), {"what": "opened"}, most=self.limits.log)
            return _hosted(draft, made)

    def latest(self, draft: Draft) -> Hosted | None:
        """The last workshop of a draft, open or closed."""
        with self.database.reading() as connection:
            if connection.execute(select(DRAFT.c.id).where(own(draft))).scalar() is None:
                raise UnknownLinkError
            found = connection.execute(_newest(draft)).first()
            return _hosted(draft, found) if found else None

    def open(self, draft: Draft, workshop: int, *, opened: bool) -> int:
        """Close it, so that nobody sends anything any more, or go on with it."""
        return self._lead(draft, workshop, {"what": "opened" if opened else "closed"}, open=opened)

    def mute(self, draft: Draft, workshop: int, *, muted: bool) -> int:
        """Take no proposals from anybody, or take them again; votes are taken all the time."""
        return self._lead(draft, workshop, {"what": "muted" if muted else "unmuted"}, muted=muted)

    def show_step(self, draft: Draft, workshop: int, step: str) -> int:
        """Say what everybody is working on."""
        return self._lead(draft, workshop, {"what": "step", "step": step}, step=step)

    def set_timer(self, draft: Draft, workshop: int, seconds: int) -> int:
        """Start the timer anew, or take it away with 0."""
        seconds = max(0, min(seconds, self.limits.timer))
        ends_at = self.now() + dt.timedelta(seconds=seconds) if seconds else None
        return self._lead(draft, workshop, {"what": "timer", "seconds": seconds}, seconds=seconds, ends_at=ends_at)

    def mute_participant(self, draft: Draft, workshop: int, *, participant: int, muted: bool) -> int:
        """Take nothing from one device, or take it again."""
        one = and_(PARTICIPANT.c.id == participant, PARTICIPANT.c.workshop == workshop)
        with self.database.writing() as connection:
            version = self._led(connection, draft, workshop)
            connection.execute(update(PARTICIPANT).where(one).values(muted=muted))
            self._note(connection, workshop, {"what": "muted_one" if muted else "unmuted_one", "who": participant})
            return version

    def decide(self, draft: Draft, workshop: int, *, proposal: int, verdict: Verdict) -> int | None:
        """Write down what became of a proposal; None when it was accepted before, or just so decided."""
        free = PROPOSAL.c.state.not_in([State.ACCEPTED, verdict.state])
        one = and_(PROPOSAL.c.id == proposal, PROPOSAL.c.workshop == workshop, free)
        values = {"state": verdict.state, "final": verdict.text, "why": verdict.why, "decided_at": self.now()}
        with self.database.writing() as connection:
            version = self._led(connection, draft, workshop)
            if connection.execute(update(PROPOSAL).where(one).values(values)).rowcount != 1:
                connection.rollback()
                return None
            line = {"what": verdict.state.value, "proposal": proposal, "text": verdict.text, "why": verdict.why}
            self._note(connection, workshop, line)
            return version

    def _lead(self, draft: Draft, workshop: int, line: dict[str, str | int], **values: Any) -> int:
        with self.database.writing() as connection:
            version = self._led(connection, draft, workshop, **values)
            self._note(connection, workshop, line)
            return version

    def _led(self, connection: Connection, draft: Draft, workshop: int, **values: Any) -> int:
        must_be_own(connection, draft)
        one = and_(WORKSHOP.c.id == workshop, WORKSHOP.c.draft == draft.id)
        raised = update(WORKSHOP).where(one).values(**values, version=WORKSHOP.c.version + 1)
        version = connection.execute(raised.returning(WORKSHOP.c.version)).scalar()
        if version is None:
            raise UnknownLinkError
        return int(version)

    def _note(self, connection: Connection, workshop: int, line: dict[str, str | int]) -> None:
        _write(connection, workshop, self.now(), line, most=self.limits.log)


_HOSTED = (WORKSHOP.c.id, WORKSHOP.c.salt, WORKSHOP.c.open)


def _newest(draft: Draft) -> Any:
    return select(*_HOSTED).where(WORKSHOP.c.draft == draft.id).order_by(WORKSHOP.c.id.desc()).limit(1)


def _hosted(draft: Draft, found: Row[Any]) -> Hosted:
    return Hosted(found.id, join_code(draft.token, found.salt), found.open)


def _row(draft: Draft, now: dt.datetime) -> dict[str, Any]:
    salt = new_salt()
    return {
        "draft": draft.id,
        "salt": salt,
        "join_hash": hashed(join_code(draft.token, salt)),
        "open": True,
        "muted": False,
        "step": "",
        "seconds": 0,
        "version": 1,
        "begun_at": now,
    }


def _forget_old(connection: Connection, draft: Draft, *, most: int) -> None:
    newest = select(WORKSHOP.c.id).where(WORKSHOP.c.draft == draft.id).order_by(WORKSHOP.c.id.desc()).limit(most)
    known = connection.execute(newest).scalars().all()
    connection.execute(delete(WORKSHOP).where(WORKSHOP.c.draft == draft.id, WORKSHOP.c.id.not_in(known)))


def _write(connection: Connection, workshop: int, now: dt.datetime, line: dict[str, str | int], *, most: int) -> None:
    """One more line of the journal; the oldest ones go beyond the limit."""
    of_it = WORKSHOP_LOG.c.workshop == workshop
    number = connection.execute(select(func.coalesce(func.max(WORKSHOP_LOG.c.number) + 1, 0)).where(of_it)).scalar_one()
    connection.execute(insert(WORKSHOP_LOG).values(workshop=workshop, number=number, made_at=now, line=line))
    connection.execute(delete(WORKSHOP_LOG).where(of_it, WORKSHOP_LOG.c.number <= number - most))
