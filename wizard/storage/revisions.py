"""The revisions of a draft: which there are, how a history becomes new ones, and which are no longer kept."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, delete, select

from wizard.model.changes import Changed, changes
from wizard.model.history import LIMIT, History, State
from wizard.model.project import FORMAT, Project
from wizard.storage import statements
from wizard.storage.content import packed, unpacked
from wizard.storage.refused import UnknownLinkError
from wizard.storage.tables import REVISION

# However many branches were tried and left, a hundred steps can be undone, also from the state before the newest.
UNDOABLE = 101


class Row(NamedTuple):
    """A revision without its content."""

    number: int
    parent: int | None
    name: str


@dataclass(frozen=True)
class Revision:
    """One saved state as the page of versions lists it; `made_at` is UTC."""

    number: int
    made_at: dt.datetime
    name: str
    changes: tuple[Changed, ...]
    present: bool


def now() -> dt.datetime:
    """UTC without saying so, as the tables hold it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def rows(connection: Connection, draft: int) -> list[Row]:
    """All revisions of a draft, oldest first."""
    columns = (REVISION.c.number, REVISION.c.parent, REVISION.c.name)
    found = connection.execute(select(*columns).where(REVISION.c.draft == draft).order_by(REVISION.c.number))
    return [Row(*row) for row in found]


def listed(connection: Connection, draft: int, *, present: int) -> tuple[Revision, ...]:
    """All revisions as they are shown, newest first."""
    columns = (REVISION.c.number, REVISION.c.made_at, REVISION.c.name, REVISION.c.changes)
    query = select(*columns).where(REVISION.c.draft == draft).order_by(REVISION.c.number.desc())
    return tuple(
        Revision(number, made_at, name, tuple(Changed(what, tuple(names)) for what, names in found), number == present)
        for number, made_at, name, found in connection.execute(query)
    )


def content(connection: Connection, draft: int, *, number: int) -> Project:
    """The project of a revision; `UnknownLinkError` when it is no longer kept."""
    wanted = and_(REVISION.c.draft == draft, REVISION.c.number == number)
    found = connection.execute(select(REVISION.c.content, REVISION.c.format).where(wanted)).first()
    if found is None:
        raise UnknownLinkError("drafts.no_revision")
    return unpacked(*found)


def ancestors(known: Sequence[Row], number: int, *, most: int) -> tuple[int, ...]:
    """The revisions a state came from, oldest first, as far back as they are kept."""
    parents = {row.number: row.parent for row in known}
    chain: list[int] = []
    parent = parents.get(number)
    while parent is not None and parent in parents and len(chain) < most:
        chain.append(parent)
        parent = parents[parent]
    return tuple(reversed(chain))


def outdated(known: Sequence[Row], head: int, *, future: Iterable[int]) -> list[int]:
    """The revisions no longer kept: unnamed, beyond the last `LIMIT` and not needed to undo or redo."""
    unnamed = [row.number for row in known if not row.name]
    needed = {head, *future, *ancestors(known, head, most=UNDOABLE)}
    return [number for number in unnamed[:-LIMIT] if number not in needed]


class Fresh(NamedTuple):
    """A state that is about to become a revision."""

    project: Project
    content: bytes


def prepared(history: History) -> list[int | Fresh]:
    """The states of a history in the order they came about; what is not kept yet is packed, outside any transaction."""
    present: State = history.present if history.number is None else history.number
    chain = (*history.past, present, *reversed(history.future))
    return [state if isinstance(state, int) else Fresh(state, packed(state)) for state in chain]


def extent(connection: Connection, draft: int) -> tuple[int, int]:
    """The newest number of a draft's revisions, 0 without any, and how many are kept."""
    last, count = connection.execute(statements.EXTENT, {"of_draft": draft}).one()
    return last, count


def numbered(chain: Sequence[int | Fresh], *, first: int) -> list[int]:
    """The numbers of a chain; what is new in it is numbered from `first`."""
    new = itertools.count(first)
    return [state if isinstance(state, int) else next(new) for state in chain]


def write(
    connection: Connection,
    draft: int,
    chain: Sequence[int | Fresh],
    *,
    numbers: Sequence[int],
    before: tuple[int, Project] | None,
) -> None:
    """Insert what is new in a chain under its numbers.

    `before` is a state whose project is at hand, so that what changed since need not be read to be told.
    """
    known: dict[int, Project] = dict([before] if before else [])
    parents = (None, *numbers[:-1])
    fresh: list[dict[str, Any]] = []
    for state, number, parent in zip(chain, numbers, parents, strict=True):
        if isinstance(state, int):
            continue
        known[number] = state.project
        fresh.append(
            {
                "draft": draft,
                "number": number,
                "parent": parent,
                "format": FORMAT,
                "content": state.content,
                "changes": _told(connection, draft, known, parent=parent, project=state.project),
                "name": "",
                "made_at": now(),
            }
        )
    if fresh:
        connection.execute(statements.WRITE, fresh)


def _told(
    connection: Connection, draft: int, known: dict[int, Project], *, parent: int | None, project: Project
) -> list[Changed]:
    if parent is None:
        return []
    if parent not in known:
        known[parent] = content(connection, draft, number=parent)
    return list(changes(known[parent], project))


def drop(connection: Connection, draft: int, numbers: Sequence[int]) -> None:
    if numbers:
        connection.execute(delete(REVISION).where(REVISION.c.draft == draft, REVISION.c.number.in_(numbers)))
