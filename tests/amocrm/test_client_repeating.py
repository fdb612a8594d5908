"""What the client asks again, and what it never sends twice."""

from __future__ import annotations

import pytest

from tests.amocrm.answering import (
    LOST,
    NOT_SENT,
    Answer,
    Server,
    answer,
    ask,
    client,
    failure,
)
from tests.amocrm.clock import Clock
from wizard.amocrm.refused import (
    AccountError,
    AnswerLostError,
    AwayError,
    BadAnswerError,
    BusyError,
    ServerError,
    SilentError,
    UnreachableError,
)


def test_a_failure_dressed_as_a_no_is_repeated_for_questions_and_unclear_for_changes() -> None:
    given = answer(400, {"title": "Bad Request", "status": 400, "detail": "Повторите запрос"})
    error, requests = failure("GET", given)
    assert (type(error), requests) == (ServerError, 3)
    error, requests = failure("POST", given)
    assert (type(error), error.key, error.values, requests) == (
        AnswerLostError,
        "account.unclear",
        {"said": "Повторите запрос"},
        1,
    )


_QUESTIONS: list[type[AccountError]] = [ServerError] * 4 + [BadAnswerError] * 5 + [SilentError] * 5


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("given", LOST, ids=repr)
def test_a_change_whose_answer_was_lost_is_never_sent_again(method: str, given: Answer) -> None:
    error, requests = failure(method, given)
    assert (type(error), error.key, requests) == (AnswerLostError, "account.answer_lost", 1)


@pytest.mark.parametrize(("given", "kind"), list(zip(LOST, _QUESTIONS, strict=True)))
def test_a_question_is_asked_three_times(given: Answer, kind: type[AccountError]) -> None:
    error, requests = failure("GET", given)
    assert (type(error), requests) == (kind, 3)
    server = Server(given, given, answer(200, {"id": 1}))
    clock = Clock()
    with client(server, clock) as it:
        assert it.get("account") == {"id": 1}
    assert clock.now == 1 + 2


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
@pytest.mark.parametrize("given", NOT_SENT, ids=repr)
def test_what_was_not_sent_may_be_sent_again(method: str, given: Exception) -> None:
    error, requests = failure(method, given)
    assert (type(error), requests) == (UnreachableError, 3)


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
def test_what_was_turned_away_unread_is_sent_again_later(method: str) -> None:
    clock, server = Clock(), Server(answer(429), answer(429, ""), answer(200, {}))
    with client(server, clock) as it:
        ask(it, method)
    assert (len(server.asked), clock.now) == (3, 1 + 2)
    error, requests = failure(method, answer(429))
    assert (type(error), requests) == (BusyError, 3)


def test_the_server_s_own_pause_is_kept_unless_nobody_waits_that_long() -> None:
    clock, server = Clock(), Server(answer(429, Retry_After="7"), answer(200, {}))
    with client(server, clock) as it:
        it.get("account")
    assert clock.now == 7
    error, requests = failure("GET", answer(429, Retry_After="3600"))
    assert (type(error), error.values, requests) == (AwayError, {"minutes": 60}, 1)
