"""Comments of those who have the link that only shows: kept beside the project, which they cannot touch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from wizard.model.base import clean_name
from wizard.storage.comment import COMMENT_LIMITS, Comment, CommentLimits, CommentState, Remark
from wizard.storage.database import Database
from wizard.storage.draft import Draft
from wizard.storage.drafts import must_be_own, own
from wizard.storage.links import hashed
from wizard.storage.refused import TurnedAwayError, UnknownLinkError
from wizard.storage.revisions import now as utc
from wizard.storage.tables import COMMENT, DRAFT

_DAY = dt.timedelta(days=1)
_COLUMNS = tuple(COMMENT.c[name] for name in ("id", "pipeline", "stage", "text", "name", "state", "made_at"))


class Comments:
    """Those of all drafts of a database. Every method may raise `UnavailableError`; then nothing was written."""

    def __init__(
        self, database: Database, *, limits: CommentLimits = COMMENT_LIMITS, now: Callable[[], dt.datetime] = utc
    ) -> None:
        self.database, self.limits, self.now = database, limits, now

    def leave(self, draft: Draft, device: str, remark: Remark) -> None:
        """Leave one by the link that shows; `UnknownLinkError` for another, `TurnedAwayError` for what is not taken."""
        text, name = _tidy(remark.text), clean_name(remark.name)[: self.limits.name]
        if not text:
            raise TurnedAwayError("comment.refused.empty")
        if len(text) > self.limits.text:
            raise TurnedAwayError("comment.refused.long", most=self.limits.text)
        with self.database.writing() as connection:
            _must_see(connection, draft)
            same = and_(
                COMMENT.c.draft == draft.id, COMMENT.c.device_hash == hashed(device), COMMENT.c.key == remark.key
            )
            if connection.execute(select(COMMENT.c.id).where(same)).first():
                return
            self._have_patience(connection, draft, device)
            place = {"pipeline": remark.pipeline, "stage": remark.stage, "text": text, "name": name}
            sender = {"draft": draft.id, "device_hash": hashed(device), "key": remark.key}
            row = {**sender, **place, "state": CommentState.NEW, "made_at": self.now()}
            connection.execute(insert(COMMENT).values(row))

    def of(self, draft: Draft) -> tuple[Comment, ...]:
        """All of a draft for its owner, newest first; none for whoever may only look."""
        query = select(*_COLUMNS).join(DRAFT, DRAFT.c.id == COMMENT.c.draft).where(own(draft))
        return self._listed(query)

    def by(self, draft: Draft, device: str) -> tuple[Comment, ...]:
        """Those a device has left, for itself, newest first."""
        shown = and_(DRAFT.c.id == draft.id, DRAFT.c.view_hash == hashed(draft.token))
        query = select(*_COLUMNS).join(DRAFT, DRAFT.c.id == COMMENT.c.draft)
        return self._listed(query.where(shown, COMMENT.c.device_hash == hashed(device)))

    def settle(self, draft: Draft, number: int, state: CommentState) -> None:
        """Say what became of one; `UnknownLinkError` for whoever has no link that edits."""
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            one = and_(COMMENT.c.id == number, COMMENT.c.draft == draft.id)
            connection.execute(update(COMMENT).where(one).values(state=state))

    def _listed(self, query: Any) -> tuple[Comment, ...]:
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(COMMENT.c.id.desc())).all()
        return tuple(Comment(**{**row._mapping, "state": CommentState(row.state)}) for row in rows)  # noqa: SLF001

    def _have_patience(self, connection: Connection, draft: Draft, device: str) -> None:
        of_draft, lately = COMMENT.c.draft == draft.id, COMMENT.c.made_at > self.now() - _DAY
        if _count(connection, of_draft, lately, COMMENT.c.device_hash == hashed(device)) >= self.limits.device:
            raise TurnedAwayError("comment.refused.device", most=self.limits.device)
        if _count(connection, of_draft, lately) >= self.limits.day or _count(connection, of_draft) >= self.limits.all:
            raise TurnedAwayError("comment.refused.full")


def _must_see(connection: Connection, draft: Draft) -> None:
    """The draft's row is locked, so that comments are counted one after another."""
    shown = and_(DRAFT.c.id == draft.id, DRAFT.c.view_hash == hashed(draft.token))
    if connection.execute(select(DRAFT.c.id).where(shown).with_for_update()).first() is None:
        raise UnknownLinkError


def _count(connection: Connection, *conditions: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(COMMENT).where(*conditions)).scalar_one())


def _tidy(text: str) -> str:
    """Lines without characters that cannot be seen; no more than one line break in a row."""
    lines = (clean_name(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
