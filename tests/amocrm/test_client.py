"""What the client sends, what it never sends twice, and what it says of every way an answer can fail."""

from __future__ import annotations

import json
import logging
import threading
import traceback
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from tests.amocrm.clock import Clock
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address, base_address
from wizard.amocrm.refused import (
    AccountError,
    AnswerLostError,
    AwayError,
    BadAnswerError,
    BlockedError,
    BusyError,
    FieldError,
    ForbiddenError,
    ImpossibleError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    RedirectedError,
    RefusedError,
    ServerError,
    SilentError,
    UnauthorizedError,
    UnpaidError,
    UnreachableError,
)
from wizard.i18n.translator import translator

SECRET = "eyJh.SECRETKEY.sig-1"  # noqa: S105
HOME = Address("dom.amocrm.ru")
HTML = "<html><center>nginx</center></html>"
PROBLEM = {"title": "Unprocessable Entity", "status": 422, "detail": "Only pipelines without leads can be deleted"}

Answer = httpx.Response | Exception
Handler = Callable[[httpx.Request], httpx.Response]


class Server:
    """Gives these answers one after another, the last one for ever, and keeps what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        # The same answer may be given again.
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


def client(server: Handler, clock: Clock | None = None, address: Address = HOME) -> Client:
    limiter = (clock or Clock()).limiter()
    return Client(address, SecretStr(SECRET), transport=httpx.MockTransport(server), limiter=limiter)


def ask(it: Client, method: str) -> None:
    if method == "GET":
        it.get("account")
    elif method == "POST":
        it.post("leads/pipelines", [{"name": "Продажа"}])
    elif method == "PATCH":
        it.patch("leads/pipelines/1", {"name": "Продажа"})
    else:
        it.delete("leads/pipelines/1")


def failure(method: str, *answers: Answer) -> tuple[AccountError, int]:
    """What was raised, and how many requests were sent."""
    server = Server(*answers)
    with client(server) as it, pytest.raises(AccountError) as refused:
        ask(it, method)
    return refused.value, len(server.asked)


def answer(status: int, body: Any = HTML, **headers: str) -> httpx.Response:
    content = body if isinstance(body, str) else json.dumps(body)
    return httpx.Response(
        status, content=content.encode(), headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def test_requests_are_those_the_vendor_describes() -> None:
    server = Server(answer(200, {"id": 1}))
    with client(server) as it:
        assert it.get("leads/custom_fields", {"page": 2, "limit": 250}) == {"id": 1}
        ask(it, "POST")
    asked, sent = server.asked
    assert (asked.method, str(asked.url)) == (
        "GET",
        "https://dom.amocrm.ru/api/v4/leads/custom_fields?page=2&limit=250",
    )
    assert asked.headers["Authorization"] == f"Bearer {SECRET}"
    assert asked.headers["User-Agent"].startswith("Voronka/")
    assert asked.extensions["timeout"] == {"connect": 5, "read": 20, "write": 20, "pool": 20}
    assert sent.headers["Content-Type"] == "application/json"
    assert json.loads(sent.content) == [{"name": "Продажа"}]
    assert "Продажа".encode() in sent.content


def test_no_body_is_an_empty_list_and_a_deletion_needs_none() -> None:
    server = Server(httpx.Response(204))
    with client(server) as it:
        assert it.get("leads/loss_reasons") == {}
        it.delete("leads/pipelines/1")
    for body in ("", "{}", HTML):
        with client(Server(answer(200, body))) as it:
            it.delete("leads/pipelines/1")


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


LOST: list[Answer] = [
    answer(500),
    answer(502),
    answer(503, {}),
    answer(504),
    answer(200, HTML),
    answer(200, '{"_embedded": {"pip'),
    answer(200, ""),
    answer(200, "[1]"),
    answer(200, "[" * 100_000),
    httpx.ReadTimeout("slow"),
    httpx.WriteTimeout("slow"),
    httpx.ReadError("reset"),
    httpx.RemoteProtocolError("cut"),
    httpx.DecodingError("not gzip"),
]
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


NOT_SENT: list[Exception] = [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.ProxyError("no")]


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


def moved(to: str, status: int = 301) -> httpx.Response:
    return httpx.Response(status, headers={"Location": to})


def test_an_account_that_moved_within_the_vendor_s_clouds_is_followed() -> None:
    server = Server(moved("https://dom.kommo.com/api/v4/account"), answer(200, {"id": 1}))
    with client(server) as it:
        assert it.get("account") == {"id": 1}
    assert [str(request.url) for request in server.asked] == [
        "https://dom.amocrm.ru/api/v4/account",
        "https://dom.kommo.com/api/v4/account",
    ]
    assert server.asked[1].headers["Authorization"] == f"Bearer {SECRET}"


FOREIGN = {
    "https://evil.com/": "account.redirected",
    "http://dom.amocrm.ru/api/v4/account": "account.redirected",
    "https://dom.amocrm.ru:8443/": "account.redirected",
    "https://dom.amocrm.ru@evil.com/": "account.redirected",
    "https://user@dom.kommo.com/": "account.redirected",
    "//evil.com/": "account.redirected",
    "https://dom.amocrm.ru.evil.com/": "account.redirected",
    "https://www.amocrm.ru/": "account.redirected",
    "http://127.0.0.1/": "account.redirected",
    "https://okna.amocrm.ru/": "account.moved",
    "/api/v4/account": "account.moved_in_circles",
}


@pytest.mark.parametrize("to", FOREIGN)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_key_is_never_sent_to_anybody_else(to: str, status: int) -> None:
    server = Server(moved(to, status))
    with client(server) as it, pytest.raises(RedirectedError) as refused:
        it.get("account")
    assert refused.value.key == FOREIGN[to]
    assert {request.url.netloc for request in server.asked} == {b"dom.amocrm.ru"}


def test_a_change_is_not_carried_to_another_address() -> None:
    error, requests = failure("POST", moved("https://dom.kommo.com/api/v4/leads/pipelines", 307))
    assert (type(error), error.key, error.values, requests) == (
        RedirectedError,
        "account.moved",
        {"host": "dom.kommo.com"},
        1,
    )


def test_a_server_of_this_machine_leads_to_itself_only() -> None:
    here = base_address("http://127.0.0.1:8000")
    server = Server(moved("/api/v4/account/"), answer(200, {"id": 1}))
    with client(server, address=here) as it:
        assert it.get("account") == {"id": 1}
    for to in ("http://127.0.0.1:8001/", "https://dom.amocrm.ru/"):
        with client(Server(moved(to)), address=here) as it, pytest.raises(RedirectedError):
            it.get("account")


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


class _Echo(BaseHTTPRequestHandler):
    """Answers a question, and breaks off in the middle of the answer to a change."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._say(b'{"id": 1}', length=9)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._say(b'{"id"', length=9)

    def _say(self, body: bytes, *, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_args: Any) -> None:
        pass


@pytest.fixture
def local() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Echo)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_over_a_real_connection_nothing_is_logged_and_a_cut_answer_is_lost(
    local: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with Client(base_address(local), SecretStr(SECRET), limiter=Clock().limiter()) as it:
        assert it.get("account") == {"id": 1}
        with pytest.raises(AnswerLostError):
            ask(it, "POST")
    assert "HTTP Request" in caplog.text
    assert SECRET not in caplog.text
    with (
        Client(base_address("http://127.0.0.1:1"), SecretStr(SECRET), limiter=Clock().limiter()) as it,
        pytest.raises(UnreachableError),
    ):
        it.get("account")
