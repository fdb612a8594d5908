"""Brings a database to the shape the program knows; processes that start together take turns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, Engine, inspect, text

from wizard.storage.refused import UnavailableError

SCRIPTS = Path(__file__).parent / "migrations"
KNOWN = tuple(sorted(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*.py")))
PATIENCE = 60  # seconds one process waits while another migrates
_LOCK = 0x766F726F  # PostgreSQL's advisory locks have numbers, not names


def migrate(engine: Engine) -> None:
    """Migrate if there is anything to; `UnavailableError` for a database of a newer program."""
    if _shape(engine) == KNOWN[-1]:
        return
    with _turn(engine) as connection:
        if _shape_of(connection) != KNOWN[-1]:
            _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    # Alembic is imported only when there is something to do: most starts find the shape as it should be.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()


def _shape(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return _shape_of(connection)


def _shape_of(connection: Connection) -> str | None:
    """The last migration a database has seen; None for a new one."""
    found = None
    if inspect(connection).has_table("alembic_version"):
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    connection.rollback()
    if found is not None and found not in KNOWN:
        raise UnavailableError("drafts.newer_database")
    return found


@contextmanager
def _turn(engine: Engine) -> Iterator[Connection]:
    """A connection while no other process migrates."""
    file = engine.url.database
    if engine.dialect.name == "sqlite":
        with FileLock(f"{file}.lock", timeout=PATIENCE), engine.connect() as connection:
            yield connection
        return
    with engine.connect() as connection:
        connection.execute(text(f"SET statement_timeout = '{PATIENCE}s'"))
        connection.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
        connection.commit()
        try:
            yield connection
        finally:
            connection.rollback()
            connection.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))
            connection.commit()
            connection.invalidate()  # its time limit was changed
