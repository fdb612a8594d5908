"""Files of a draft as a whole, kept once and not in each revision; they are gone with their draft."""

from __future__ import annotations

from sqlalchemy import and_, delete, insert, select

from wizard.storage.database import Database
from wizard.storage.draft import Draft
from wizard.storage.drafts import must_be_own
from wizard.storage.links import hashed
from wizard.storage.refused import UnknownLinkError
from wizard.storage.tables import ATTACHMENT, DRAFT

LOGO = "logo"


class Attachments:
    """Those of all drafts of a database. Every method may raise `UnavailableError`; then nothing was written."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def load(self, draft: Draft, name: str) -> bytes:
        """The file, or nothing; any link of the draft may see it, and `UnknownLinkError` says that it has died."""
        link = DRAFT.c.view_hash if draft.readonly else DRAFT.c.edit_hash
        named = and_(ATTACHMENT.c.draft == DRAFT.c.id, ATTACHMENT.c.name == name)
        query = select(ATTACHMENT.c.content).select_from(DRAFT).outerjoin(ATTACHMENT, named)
        with self.database.reading() as connection:
            found = connection.execute(query.where(DRAFT.c.id == draft.id, link == hashed(draft.token))).first()
        if found is None:
            raise UnknownLinkError
        return found.content or b""

    def keep(self, draft: Draft, name: str, content: bytes) -> None:
        """Keep a file under a name, in place of the one before; an empty one is no file.

        `UnknownLinkError` for whoever has no link that edits.
        """
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            one = and_(ATTACHMENT.c.draft == draft.id, ATTACHMENT.c.name == name)
            connection.execute(delete(ATTACHMENT).where(one))
            if content:
                connection.execute(insert(ATTACHMENT).values(draft=draft.id, name=name, content=content))
