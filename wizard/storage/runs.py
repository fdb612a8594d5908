"""Runs of plans, kept with their drafts: who carries one out, what it has done so far, what came of it.

Only one run of a draft goes at a time. Whoever carries it out has a secret and says again and again that he is alive;
who was silent for too long is taken for dead, and anybody may go on. Everything he writes after that is refused, so a
process that was only asleep stops at its next request; one that was already under way may still arrive.
"""

from __future__ import annotations

import datetime as dt
import zlib
from typing import Any

from sqlalchemy import Connection, DateTime, Row, and_, delete, func, insert, select, update

from wizard.storage.database import Database
from wizard.storage.draft import Draft
from wizard.storage.drafts import must_be_own
from wizard.storage.refused import AlreadyRunningError, TakenOverError
from wizard.storage.run import Run, State, Wanted
from wizard.storage.tables import JOURNAL, RUN

# Far longer than the longest wait between two signs of life.
PATIENCE = dt.timedelta(seconds=30)
MOST = 10  # runs of a draft


class Runs:
    """All runs of a database. Every method may raise `UnavailableError`; then nothing was written."""

    def __init__(self, database: Database, *, patience: dt.timedelta = PATIENCE) -> None:
        self.database, self.patience = database, patience

    def claim(self, draft: Draft, wanted: Wanted, owner: str) -> int:
        """The number of a new run, or of the stopped one of the same plan; `AlreadyRunningError` while one goes.

        `UnknownLinkError` for whoever has no link that edits.
        """
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            now = _clock(connection)
            last = connection.execute(_newest(draft)).first()
            if last and self._state(last, now) is State.RUNNING:
                raise AlreadyRunningError
            if last and last.checksum == wanted.checksum and last.state != State.FINISHED:
                values = {"state": State.RUNNING, "owner": owner, "alive_at": now, "removing": wanted.removing}
                connection.execute(update(RUN).where(RUN.c.id == last.id).values(**values, outcome=None))
                return int(last.id)
            _shut_out(connection, draft)
            made = connection.execute(insert(RUN).values(_row(draft, wanted, owner, now=now)).returning(RUN.c.id))
            run_id = int(made.scalar_one())
            _forget_old(connection, draft)
            return run_id

    def latest(self, draft: Draft, host: str | None = None) -> Run | None:
        """The last run of a draft, or the last one in this account."""
        with self.database.reading() as connection:
            query = _newest(draft) if host is None else _newest(draft).where(RUN.c.host == host)
            found = connection.execute(query).first()
            if found is None:
                return None
            state = self._state(found, _clock(connection))
            outcome = zlib.decompress(found.outcome) if found.outcome else None
            return Run(
                found.id, found.checksum, found.host, found.account, found.removing, found.begun_at, state, outcome
            )

    def plan(self, run: int) -> bytes:
        """The file of the plan."""
        with self.database.reading() as connection:
            return zlib.decompress(connection.execute(select(RUN.c.plan).where(RUN.c.id == run)).scalar_one())

    def before(self, run: int) -> bytes | None:
        """The account as it was; none before the first request."""
        with self.database.reading() as connection:
            found = connection.execute(select(RUN.c.before).where(RUN.c.id == run)).scalar()
            return zlib.decompress(found) if found else None

    def lines(self, run: int) -> tuple[Any, ...]:
        """The journal, oldest line first."""
        with self.database.reading() as connection:
            query = select(JOURNAL.c.line).where(JOURNAL.c.run == run).order_by(JOURNAL.c.number)
            return tuple(connection.execute(query).scalars())

    def write(self, run: int, owner: str, line: Any, *, before: bytes | None = None) -> None:
        """One more line, and a sign of life; `TakenOverError` when somebody else goes on with the run."""
        held = {"before": zlib.compress(before)} if before else {}
        with self.database.writing() as connection:
            _alive(connection, run, owner, **held)
            count = select(func.count()).where(JOURNAL.c.run == run).scalar_subquery()
            connection.execute(insert(JOURNAL).values(run=run, number=count, line=line))

    def beat(self, run: int, owner: str) -> None:
        """A sign of life."""
        with self.database.writing() as connection:
            _alive(connection, run, owner)

    def end(self, run: int, owner: str, *, state: State, outcome: bytes) -> None:
        """It stopped or finished, and this came of it."""
        with self.database.writing() as connection:
            _alive(connection, run, owner, state=state, outcome=zlib.compress(outcome))

    def _state(self, found: Row[Any], now: dt.datetime) -> State:
        silent = found.state == State.RUNNING and now - found.alive_at > self.patience
        return State.ABANDONED if silent else State(found.state)


def _newest(draft: Draft) -> Any:
    columns = (RUN.c.id, RUN.c.host, RUN.c.account, RUN.c.checksum, RUN.c.removing, RUN.c.state)
    times = (RUN.c.begun_at, RUN.c.alive_at)
    return select(*columns, RUN.c.outcome, *times).where(RUN.c.draft == draft.id).order_by(RUN.c.id.desc()).limit(1)


def _row(draft: Draft, wanted: Wanted, owner: str, *, now: dt.datetime) -> dict[str, Any]:
    return {
        "draft": draft.id,
        "host": wanted.host,
        "account": wanted.account,
        "checksum": wanted.checksum,
        "plan": zlib.compress(wanted.plan),
        "removing": wanted.removing,
        "state": State.RUNNING,
        "owner": owner,
        "begun_at": now,
        "alive_at": now,
    }


def _alive(connection: Connection, run: int, owner: str, **values: Any) -> None:
    ours = and_(RUN.c.id == run, RUN.c.owner == owner, RUN.c.state == State.RUNNING)
    done = connection.execute(update(RUN).where(ours).values(alive_at=_clock(connection), **values))
    if done.rowcount != 1:
        raise TakenOverError


def _shut_out(connection: Connection, draft: Draft) -> None:
    """Whoever was only asleep over another plan does not go on beside the new one."""
    going = and_(RUN.c.draft == draft.id, RUN.c.state == State.RUNNING)
    connection.execute(update(RUN).where(going).values(state=State.STOPPED, owner=""))


def _forget_old(connection: Connection, draft: Draft) -> None:
    kept = select(RUN.c.id).where(RUN.c.draft == draft.id).order_by(RUN.c.id.desc()).limit(MOST)
    known = connection.execute(kept).scalars().all()
    connection.execute(delete(RUN).where(RUN.c.draft == draft.id, RUN.c.id.not_in(known)))


def _clock(connection: Connection) -> dt.datetime:
    """The database's own time, UTC: clocks of several servers differ."""
    told: dt.datetime = connection.execute(select(func.current_timestamp(type_=DateTime()))).scalar_one()
    return told.replace(tzinfo=None)
