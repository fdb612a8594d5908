"""The links of a draft's workshops follow its own: they are made from it."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from wizard.storage.join_codes import join_code
from wizard.storage.links import hashed
from wizard.storage.tables import WORKSHOP


def renew_joining(connection: Connection, draft: int, token: str) -> None:
    """Phones that are in a workshop stay known to it, and come back by its new link."""
    known = connection.execute(select(WORKSHOP.c.id, WORKSHOP.c.salt).where(WORKSHOP.c.draft == draft)).all()
    for number, salt in known:
        one = update(WORKSHOP).where(WORKSHOP.c.id == number)
        connection.execute(one.values(join_hash=hashed(join_code(token, salt)), version=WORKSHOP.c.version + 1))
