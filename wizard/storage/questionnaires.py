"""Questionnaires: what a client answers before the meeting, by a link of its own, waits here beside the draft."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, and_, delete, func, insert, select, update

from wizard.model.questionnaire import ClientAnswers
from wizard.storage.database import Database
from wizard.storage.draft import Draft
from wizard.storage.drafts import must_be_own, own
from wizard.storage.links import client_token, hashed, is_token
from wizard.storage.questionnaire import FORM_LIMITS, Form, FormLimits, Questionnaire
from wizard.storage.refused import TooBigError, TurnedAwayError, UnknownLinkError
from wizard.storage.revisions import now as utc
from wizard.storage.tables import DRAFT, QUESTIONNAIRE

UNKNOWN = "client.refused.unknown"


class Questionnaires:
    """Those of a database. Every method may raise `UnavailableError`; then nothing was written.

    What takes a draft raises `UnknownLinkError` unless its link edits; what takes a token, unless it is that of a
    questionnaire, and `TurnedAwayError` where nothing is taken any more.
    """

    def __init__(
        self, database: Database, *, limits: FormLimits = FORM_LIMITS, now: Callable[[], dt.datetime] = utc
    ) -> None:
        self.database, self.limits, self.now = database, limits, now

    def make(self, draft: Draft) -> Questionnaire:
        """A new one with a link of its own; `TooBigError` where there are too many."""
        salt, made_at = secrets.token_bytes(16), self.now()
        token = client_token(draft.token, salt)
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            known = select(func.count()).select_from(QUESTIONNAIRE).where(QUESTIONNAIRE.c.draft == draft.id)
            if connection.execute(known).scalar_one() >= self.limits.kept:
                raise TooBigError("client.refused.too_many", most=self.limits.kept)
            row = {"draft": draft.id, "salt": salt, "link_hash": hashed(token), "open": True, "answers": {}, "saves": 0}
            added = insert(QUESTIONNAIRE).values(**row, made_at=made_at).returning(QUESTIONNAIRE.c.id)
            number = connection.execute(added).scalar_one()
        return Questionnaire(int(number), token, open=True, answers=ClientAnswers(), made_at=made_at)

    def of(self, draft: Draft) -> tuple[Questionnaire, ...]:
        """All of a draft, newest first; none for whoever may only look."""
        query = select(QUESTIONNAIRE).join(DRAFT, DRAFT.c.id == QUESTIONNAIRE.c.draft).where(own(draft))
        with self.database.reading() as connection:
            return tuple(_made(row, draft) for row in connection.execute(query.order_by(QUESTIONNAIRE.c.id.desc())))

    def withdraw(self, draft: Draft, number: int) -> None:
        """Close the link; what was sent by it stays."""
        self._set(draft, number, open=False)

    def taken(self, draft: Draft, number: int) -> None:
        """Note that the answers were taken into the project."""
        self._set(draft, number, taken_at=self.now(), open=False)

    def forget(self, draft: Draft, number: int) -> None:
        """Delete one with its answers."""
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            connection.execute(delete(QUESTIONNAIRE).where(_one(draft, number)))

    def read(self, token: str) -> Form:
        """What the client has answered so far."""
        with self.database.reading() as connection:
            return _sheet(_found(connection, token))

    def answer(self, token: str, **values: Any) -> Form:
        """Keep some answers beside the others; what another tab has answered meanwhile stays.

        Those named as questions of the diagnosis are its own. `TurnedAwayError` for what nobody can answer.
        """
        with self.database.writing() as connection:
            row = _found(connection, token, locked=True)
            if row.sent_at:
                raise TurnedAwayError("client.refused.sent")
            if row.saves >= self.limits.saves:
                raise TurnedAwayError("client.refused.saves")
            answers = _answered(_read(row.answers), values)
            kept = {"answers": _dumped(answers), "changed_at": self.now(), "saves": row.saves + 1}
            connection.execute(update(QUESTIONNAIRE).where(QUESTIONNAIRE.c.id == row.id).values(kept))
            return Form(answers)

    def send(self, token: str) -> Form:
        """Say that all is answered; sent twice it is sent once. `TurnedAwayError` where there is no answer at all."""
        with self.database.writing() as connection:
            row = _found(connection, token, locked=True)
            if row.sent_at:
                return _sheet(row)
            answers = _read(row.answers)
            if not answers.told():
                raise TurnedAwayError("client.refused.empty")
            sent_at = self.now()
            connection.execute(update(QUESTIONNAIRE).where(QUESTIONNAIRE.c.id == row.id).values(sent_at=sent_at))
            return Form(answers, sent_at)

    def _set(self, draft: Draft, number: int, **values: Any) -> None:
        with self.database.writing() as connection:
            must_be_own(connection, draft)
            connection.execute(update(QUESTIONNAIRE).where(_one(draft, number)).values(**values))


def _one(draft: Draft, number: int) -> Any:
    return and_(QUESTIONNAIRE.c.id == number, QUESTIONNAIRE.c.draft == draft.id)


def _found(connection: Connection, token: str, *, locked: bool = False) -> Any:
    """The row under a client's link, where that is open or what came by it was sent."""
    if not is_token(token):
        raise UnknownLinkError(UNKNOWN)
    query = select(QUESTIONNAIRE).where(QUESTIONNAIRE.c.link_hash == hashed(token))
    found = connection.execute(query.with_for_update() if locked else query).first()
    if found is None:
        raise UnknownLinkError(UNKNOWN)
    if not (found.open or found.sent_at):
        raise TurnedAwayError("client.refused.closed")
    return found


def _answered(before: ClientAnswers, values: dict[str, Any]) -> ClientAnswers:
    diagnosis = {name: value for name, value in values.items() if name in type(before.diagnosis).model_fields}
    own_values = {name: value for name, value in values.items() if name not in diagnosis}
    try:
        return before.changed(**own_values, diagnosis=before.diagnosis.changed(**diagnosis))
    except ValidationError as error:
        raise TurnedAwayError("client.refused.value") from error


def _read(data: Any) -> ClientAnswers:
    """What an older program asked otherwise is no reason to lose the rest."""
    try:
        return ClientAnswers.model_validate(data)
    except ValidationError as error:
        strange = {each["loc"][0] for each in error.errors()}
        return ClientAnswers.model_validate({name: value for name, value in data.items() if name not in strange})


def _dumped(answers: ClientAnswers) -> Any:
    return answers.model_dump(mode="json", exclude_defaults=True)


def _sheet(row: Any) -> Form:
    return Form(_read(row.answers), row.sent_at)


def _made(row: Row[Any], draft: Draft) -> Questionnaire:
    times = {name: getattr(row, name) for name in ("made_at", "changed_at", "sent_at", "taken_at")}
    return Questionnaire(
        id=row.id, token=client_token(draft.token, row.salt), open=row.open, answers=_read(row.answers), **times
    )
