"""The links of a draft's questionnaires follow its own: they are made from it."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from wizard.storage.links import client_token, hashed
from wizard.storage.tables import QUESTIONNAIRE


def renew_questionnaires(connection: Connection, draft: int, token: str) -> None:
    """What was answered stays; whoever has not sent it yet needs the new link."""
    of_it = select(QUESTIONNAIRE.c.id, QUESTIONNAIRE.c.salt).where(QUESTIONNAIRE.c.draft == draft)
    for number, salt in connection.execute(of_it).all():
        one = update(QUESTIONNAIRE).where(QUESTIONNAIRE.c.id == number)
        connection.execute(one.values(link_hash=hashed(client_token(token, salt))))
