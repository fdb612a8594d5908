"""The database of drafts: SQLite in the data directory, or PostgreSQL where the operator names one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from wizard.storage.migrate import migrate
from wizard.storage.refused import UnavailableError

_LOG = logging.getLogger("voronka")
DATA = Path(__file__).resolve().parents[2] / "data"
FILE = "drafts.sqlite3"
BUSY = 5_000  # milliseconds a writer waits for another one
# Seconds: a page is not kept waiting by a database that is away.
_POSTGRESQL = {
    "connect_timeout": 3,
    "tcp_user_timeout": 5_000,
    "options": "-c statement_timeout=5s -c lock_timeout=5s -c timezone=UTC",
}
_FULL = ("full", "no space", "sqlite_ioerr_write", "sqlite_ioerr_shmsize")
_NOT_WRITABLE = ("readonly", "read-only", "unable to open", "permission denied")


def address(environment: Mapping[str, str]) -> URL:
    """Where drafts are kept: `VORONKA_DATABASE_URL`, else a file in the directory `VORONKA_DATA`."""
    named = environment.get("VORONKA_DATABASE_URL", "").strip()
    if not named:
        folder = Path(environment.get("VORONKA_DATA") or DATA)
        return URL.create("sqlite", database=str(folder / FILE))
    try:
        url = make_url(named)
    except ArgumentError as error:
        raise UnavailableError("drafts.bad_address") from error
    kind = url.drivername.partition("+")[0]
    if kind not in ("postgresql", "postgres", "sqlite"):
        raise UnavailableError("drafts.bad_address")
    return url if kind == "sqlite" else url.set(drivername="postgresql+psycopg")


class Database:
    """Connections to a database that is brought to its shape before its first use, and again tried when that failed."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._engine = _engine(url)
        self._ready = False
        self._preparing = threading.Lock()
        # SQLite lets one writer in at a time and makes the others sleep and look again; here they stand in a queue.
        self._turn = threading.Lock() if url.drivername == "sqlite" else None
        self._trouble = ""

    def prepare(self) -> None:
        """Make the directory and the tables, once; `UnavailableError` when that cannot be done now."""
        if self._ready:
            return
        with self._preparing, self._told():
            if not self._ready:
                if self.url.drivername == "sqlite":
                    Path(self.url.database or "").parent.mkdir(parents=True, exist_ok=True)
                migrate(self._engine)
                self._ready = True

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to look with."""
        self.prepare()
        with self._told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is written, or nothing."""
        self.prepare()
        with (
            self._told(),
            self._alone(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def copy_to(self, file: Path) -> None:
        """Write the whole of an SQLite database to a new file, while others go on writing."""
        self.prepare()
        with self._told():
            connection = self._engine.raw_connection()  # copying is no part of a transaction
            try:
                connection.cursor().execute("VACUUM INTO ?", (str(file),))
            finally:
                connection.close()

    def answers(self) -> None:
        """Ask something; `UnavailableError` when there is no answer."""
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The turn to write, as long as another process would be waited for too."""
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=BUSY / 1000):
            raise UnavailableError("drafts.unavailable")
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Whatever a database or a disk refuses becomes one of our own errors; the log tells of each kind once."""
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            origin = getattr(error, "orig", None) or error
            reason = _reason(origin)
            if reason != self._trouble:
                # Only what the driver says: the statement holds what people typed.
                _LOG.warning("the database cannot be used (%s): %s", reason, origin)
            self._trouble = reason
            raise UnavailableError(reason) from error
        self._trouble = ""


def _engine(url: URL) -> Engine:
    if url.drivername != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_timeout=5, connect_args=_POSTGRESQL)
    engine = create_engine(url, pool_timeout=5)
    event.listen(engine, "connect", _tune_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _tune_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin below, not where the driver guesses
    for pragma in ("journal_mode = WAL", "synchronous = FULL", f"busy_timeout = {BUSY}", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer that began as a reader could not wait for its turn.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reason(origin: Any) -> str:
    said = f"{getattr(origin, 'sqlite_errorname', '')} {origin}".lower()
    if any(word in said for word in _FULL):
        return "drafts.disk_full"
    if any(word in said for word in _NOT_WRITABLE):
        return "drafts.not_writable"
    return "drafts.unavailable"
