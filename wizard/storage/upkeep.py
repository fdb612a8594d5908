"""What an operator does with all drafts at once; whoever runs the server needs no links."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, func, select

from wizard.model.project import Project
from wizard.storage import revisions
from wizard.storage.database import Database
from wizard.storage.place import read_place
from wizard.storage.refused import UnavailableError, UnknownLinkError
from wizard.storage.revisions import Revision
from wizard.storage.tables import DRAFT, REVISION


@dataclass(frozen=True)
class Entry:
    """A draft in the operator's list; times are UTC, `size` is in bytes as stored."""

    id: int
    company: str
    made_at: dt.datetime
    changed_at: dt.datetime
    revisions: int
    size: int


def entries(database: Database) -> tuple[Entry, ...]:
    """All drafts, the one changed last first."""
    size = func.sum(func.length(REVISION.c.content))
    columns = (DRAFT.c.id, DRAFT.c.company, DRAFT.c.made_at, DRAFT.c.changed_at, func.count(), size)
    query = select(*columns).join(REVISION, REVISION.c.draft == DRAFT.c.id).group_by(*columns[:4])
    with database.reading() as connection:
        found = connection.execute(query.order_by(DRAFT.c.changed_at.desc(), DRAFT.c.id))
        return tuple(Entry(*row) for row in found)


def history(database: Database, draft_id: int) -> tuple[Revision, ...]:
    """The revisions of a draft, newest first; `UnknownLinkError` when there is no such draft."""
    with database.reading() as connection:
        head = connection.execute(select(DRAFT.c.head).where(DRAFT.c.id == draft_id)).scalar()
        if head is None:
            raise UnknownLinkError("drafts.no_such_draft", id=draft_id)
        return revisions.listed(connection, draft_id, present=head)


def project(database: Database, draft_id: int) -> Project:
    """The present project of a draft."""
    with database.reading() as connection:
        found = connection.execute(select(DRAFT).where(DRAFT.c.id == draft_id)).first()
        if found is None:
            raise UnknownLinkError("drafts.no_such_draft", id=draft_id)
        return read_place(found.place).in_project(revisions.content(connection, draft_id, number=found.head))


def purge(database: Database, *, unchanged_since: dt.datetime) -> int:
    """Delete drafts nobody has changed since that moment (UTC); how many they were."""
    with database.writing() as connection:
        return connection.execute(delete(DRAFT).where(DRAFT.c.changed_at < unchanged_since)).rowcount


def backup(database: Database, file: Path) -> None:
    """Write a whole copy of a running SQLite database; PostgreSQL has programs of its own for that."""
    if database.url.drivername != "sqlite":
        raise UnavailableError("drafts.backup_sqlite_only")
    if file.exists():
        raise UnavailableError("drafts.backup_exists", path=file)
    database.copy_to(file)
