"""What the client says of an answer that is a no, and that the key is shown in none of its sentences."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from tests.amocrm.answering import (
    HTML,
    LOST,
    NOT_SENT,
    PROBLEM,
    SECRET,
    Answer,
    Server,
    answer,
    ask,
    client,
    failure,
    moved,
)
from tests.amocrm.clock import Clock
from wizard.amocrm.refused import (
    AccountError,
    BlockedError,
    FieldError,
    ForbiddenError,
    ImpossibleError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    RefusedError,
    UnauthorizedError,
    UnpaidError,
)
from wizard.i18n.translator import translator

REFUSALS = {
    401: (UnauthorizedError, "account.unauthorized"),
    402: (UnpaidError, "account.unpaid"),
    404: (NotFoundError, "account.not_found"),
    405: (NotAllowedError, "account.not_allowed"),
    418: (RefusedError, "account.refused"),
    422: (ImpossibleError, "account.impossible"),
}


@pytest.mark.parametrize("status", REFUSALS)
@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
@pytest.mark.parametrize("body", [PROBLEM, HTML, ""])
def test_a_no_is_told_at_once_and_not_asked_for_again(status: int, method: str, body: Any) -> None:
    error, requests = failure(method, answer(status, body))
    assert (type(error), error.key, requests) == (*REFUSALS[status], 1)


def test_rights_are_told_from_a_shut_door_by_the_body() -> None:
    error, _ = failure("POST", answer(403, {"title": "Forbidden", "detail": "Нет прав"}))
    assert (type(error), error.values["said"]) == (ForbiddenError, "Нет прав")


@pytest.mark.parametrize("body", [HTML, "", "[]", '"no"'])
def test_a_shut_door_stops_everything_for_a_while(body: str) -> None:
    clock, server = Clock(), Server(answer(403, body))
    with client(server, clock) as it:
        for method in ("POST", "GET", "PATCH", "DELETE"):
            with pytest.raises(BlockedError) as refused:
                ask(it, method)
            assert refused.value.values == {"host": "dom.amocrm.ru", "minutes": 15}
        assert len(server.asked) == 1
        clock.now += 15 * 60
        with pytest.raises(BlockedError):
            it.get("account")
    assert len(server.asked) == 2


VALIDATION = {
    "validation-errors": [
        {
            "request_id": "0",
            "errors": [{"code": "NotSupportedChoice", "path": "color", "detail": "The value is not a valid choice."}],
        },
        {"errors": [{"code": "FieldMissing", "path": "currency", "detail": "This field is missing."}, "?"]},
        "?",
    ],
    "title": "Bad Request",
    "status": 400,
    "detail": "Request validation failed",
}


def test_what_is_wrong_with_a_body_is_kept_part_by_part() -> None:
    error, requests = failure("POST", answer(400, VALIDATION, X_Request_Id="abc-1"))
    assert isinstance(error, InvalidError)
    assert (error.fields, requests) == (
        (
            FieldError("color", "NotSupportedChoice", "The value is not a valid choice.", "0"),
            FieldError("currency", "FieldMissing", "This field is missing."),
        ),
        1,
    )
    assert error.message(translator("en")) == (
        "amoCRM did not accept the data: “color: The value is not a valid choice.; currency: This field is missing.”. "
        "Request number for support: abc-1."
    )


def _every_failure() -> Iterator[AccountError]:
    echo = {"detail": f"x{SECRET}", "validation-errors": [{"errors": [{"path": SECRET, "detail": SECRET * 9}]}]}
    given: list[Answer] = [*LOST, *NOT_SENT, moved(f"https://evil.com/{SECRET}")]
    given += [
        answer(status, echo, X_Request_Id=SECRET) for status in (400, 401, 402, 403, 404, 405, 409, 422, 429, 500)
    ]
    given += [answer(403, SECRET)]
    for method in ("GET", "POST"):
        yield from (failure(method, each)[0] for each in given)


def test_the_key_is_shown_nowhere() -> None:
    for error in _every_failure():
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        shown = ["".join(told.format()), str(error), repr(error), repr(error.values), error.request]
        shown += [error.message(translator(language)) for language in ("ru", "en")]
        shown += [repr(error.fields)] if isinstance(error, RefusedError) else []
        assert not [text for text in shown if SECRET in text or "SECRETKEY" in text]
        # Foreign errors hold the request, and so the key.
        assert (error.__cause__, error.__context__) == (None, None)
    it = client(Server(answer(200, {})))
    assert SECRET not in f"{it!r} {it} {vars(it)} {vars(it._http)} {vars(it._http.auth)}"  # noqa: SLF001


def test_every_failure_is_a_sentence() -> None:
    for error in _every_failure():
        for language in ("ru", "en"):
            message = error.message(translator(language))
            assert message.endswith(".")
            assert not set("{}") & set(message), message
            assert error.key not in message
