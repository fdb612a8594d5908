"""Drafts: projects kept in the database, each opened by the secret in its link.

Every change is made on condition that the draft still has the version the writer knows, so that nobody overwrites
what he has not seen.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, insert, or_, select, update

from wizard.model.base import MAX_NAME
from wizard.model.history import LIMIT, History
from wizard.model.project import Project
from wizard.storage import revisions, statements
from wizard.storage.database import Database, address
from wizard.storage.draft import Draft, NewerError, Opened
from wizard.storage.links import hashed, is_token, new_token, view_token
from wizard.storage.place import Place, read_place
from wizard.storage.questionnaire_links import renew_questionnaires
from wizard.storage.refused import TooBigError, UnknownLinkError
from wizard.storage.revisions import Revision
from wizard.storage.tables import DRAFT, REVISION
from wizard.storage.workshop_links import renew_joining

MOST_NAMED = 200
_BEGINNING = Place()


class Drafts:
    """All drafts of a database. Every method may raise `UnavailableError`; then nothing was written."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def create(self, history: History, place: Place = _BEGINNING) -> Opened:
        """Keep a project from now on, under a new link; `TooBigError` beyond the size that is kept."""
        history, token = _unkept(history), new_token()
        place = place.with_progress_of(Place(started=history.present.started, ready=history.present.ready))
        chain = revisions.prepared(history)
        numbers = revisions.numbered(chain, first=1)
        saved = _numbered(history, numbers)
        with self.database.writing() as connection:
            draft_id = _begun(connection, token, saved, place=place)
            revisions.write(connection, draft_id, chain, numbers=numbers, before=None)
        draft = Draft(draft_id, token, readonly=False, version=1, number=saved.number or 0, saved=history.present)
        return Opened(draft, saved, place)

    def opened(self, token: str) -> Opened:
        """The draft under a link; `UnknownLinkError` for any other text."""
        if not is_token(token):
            raise UnknownLinkError
        with self.database.reading() as connection:
            wanted = hashed(token)
            found = connection.execute(
                select(DRAFT).where(or_(DRAFT.c.edit_hash == wanted, DRAFT.c.view_hash == wanted))
            ).first()
            if found is None:
                raise UnknownLinkError
            return _opened(connection, found, token)

    def newer(self, draft: Draft) -> Opened | None:
        """What stands there now if somebody else has saved since; `UnknownLinkError` if the link has died."""
        asked = statements.VERSION_SHOWN if draft.readonly else statements.VERSION
        with self.database.reading() as connection:
            version = connection.execute(asked, {"of_draft": draft.id, "own_hash": hashed(draft.token)}).scalar()
            if version == draft.version:
                return None
        return self.opened(draft.token)

    def save(self, draft: Draft, history: History) -> tuple[Draft, History]:
        """Keep what is not kept yet; `NewerError` when somebody else has saved since, and nothing is overwritten."""
        chain = revisions.prepared(history)
        with self.database.writing() as connection:
            last, count = revisions.extent(connection, draft.id)
            numbers = revisions.numbered(chain, first=last + 1)
            saved = _numbered(history, numbers)
            if not _claimed(connection, draft, saved):
                connection.rollback()
                raise NewerError(self.opened(draft.token))
            revisions.write(connection, draft.id, chain, numbers=numbers, before=(draft.number, draft.saved))
            if count >= LIMIT:
                known = revisions.rows(connection, draft.id)
                old = revisions.outdated(known, saved.number or 0, future=_undone(saved))
                revisions.drop(connection, draft.id, old)
        number = saved.number or 0
        return replace(draft, version=draft.version + 1, number=number, saved=history.present), saved

    def keep_place(self, draft: Draft, place: Place) -> None:
        """Keep how far the reader is; the last one who writes is right, but a step once ready stays so for all."""
        with self.database.writing() as connection:
            before = connection.execute(select(DRAFT.c.place).where(own(draft)).with_for_update()).scalar()
            together = place.with_progress_of(read_place(before))
            connection.execute(update(DRAFT).where(own(draft)).values(place=_dumped(together)))

    def load(self, draft: Draft, number: int) -> Project:
        """The project of a revision."""
        with self.database.reading() as connection:
            return revisions.content(connection, draft.id, number=number)

    def revisions(self, draft: Draft) -> tuple[Revision, ...]:
        """All that is kept, newest first."""
        with self.database.reading() as connection:
            return revisions.listed(connection, draft.id, present=draft.number)

    def name(self, draft: Draft, number: int, name: str) -> None:
        """Name a revision, so that it is kept for good; an empty name takes it back."""
        name = " ".join(name.split())[:MAX_NAME]
        one = and_(REVISION.c.draft == draft.id, REVISION.c.number == number)
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            named = connection.execute(
                select(func.count()).where(REVISION.c.draft == draft.id, REVISION.c.name != "")
            ).scalar_one()
            if name and named >= MOST_NAMED:
                raise TooBigError("drafts.too_many_names", most=MOST_NAMED)
            connection.execute(update(REVISION).where(one).values(name=name))

    def renew(self, draft: Draft) -> Draft:
        """Give the draft new links; both old ones, and those to what belongs to it, are dead from now on."""
        token = new_token()
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            connection.execute(update(DRAFT).where(own(draft)).values(_hashes(token)))
            renew_joining(connection, draft.id, token)
            renew_questionnaires(connection, draft.id, token)
        return replace(draft, token=token)

    def delete(self, draft: Draft) -> None:
        """Delete the draft and all its revisions, for good."""
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            connection.execute(delete(DRAFT).where(own(draft)))


@cache
def kept() -> Drafts:
    """The drafts of this process, in the database the environment names."""
    return Drafts(Database(address(os.environ)))


def own(draft: Draft) -> Any:
    """Only who has the link that edits may write, and only while that link holds."""
    return and_(DRAFT.c.id == draft.id, DRAFT.c.edit_hash == hashed(draft.token))


def must_be_own(connection: Connection, draft: Draft) -> None:
    """Its row is locked from now on until the transaction ends."""
    if connection.execute(select(DRAFT.c.id).where(own(draft)).with_for_update()).scalar() is None:
        raise UnknownLinkError


def _claimed(connection: Connection, draft: Draft, saved: History) -> bool:
    """Whether the draft still is as the writer knows it; then it is the writer's, and has the history's head."""
    condition = {"of_draft": draft.id, "own_hash": hashed(draft.token), "seen": draft.version}
    values = {"version": draft.version + 1, "changed_at": revisions.now(), **_heading(saved)}
    return connection.execute(statements.CLAIM, {**condition, **values}).rowcount == 1


def _begun(connection: Connection, token: str, saved: History, *, place: Place) -> int:
    """A new draft whose revisions are still to be written; its id."""
    began = revisions.now()
    values = {**_hashes(token), "version": 1, "place": _dumped(place), **_heading(saved)}
    made = connection.execute(insert(DRAFT).values(**values, made_at=began, changed_at=began).returning(DRAFT.c.id))
    return int(made.scalar_one())


def _heading(saved: History) -> dict[str, Any]:
    """What a draft itself says of its history."""
    return {"head": saved.number, "future": _undone(saved), "company": saved.present.company.name}


def _undone(saved: History) -> list[int]:
    return [number for number in saved.future if isinstance(number, int)]


def _hashes(token: str) -> dict[str, bytes]:
    return {"edit_hash": hashed(token), "view_hash": hashed(view_token(token))}


def _opened(connection: Connection, found: Row[Any], token: str) -> Opened:
    place = read_place(found.place)
    project = place.in_project(revisions.content(connection, found.id, number=found.head))
    known = revisions.rows(connection, found.id)
    kept_numbers = {row.number for row in known}
    history = History(
        project,
        past=revisions.ancestors(known, found.head, most=LIMIT),
        future=tuple(number for number in found.future if number in kept_numbers),
        number=found.head,
    )
    readonly = found.edit_hash != hashed(token)
    return Opened(Draft(found.id, token, readonly, found.version, found.head, project), history, place)


def _unkept(history: History) -> History:
    """The history as far as its states are at hand: numbers are those of another draft."""
    return History(history.present, past=tuple(state for state in history.past if isinstance(state, Project)))


def _numbered(history: History, numbers: list[int]) -> History:
    """The history with every state under its number."""
    past = len(history.past)
    return History(history.present, tuple(numbers[:past]), tuple(reversed(numbers[past + 1 :])), numbers[past])


def _dumped(place: Place) -> Any:
    return place.model_dump(mode="json", exclude_defaults=True)
