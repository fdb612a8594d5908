"""What the client sends, and that over a real connection nothing of it is logged."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from tests.amocrm.answering import (
    HTML,
    SECRET,
    Server,
    answer,
    ask,
    client,
)
from tests.amocrm.clock import Clock
from wizard.amocrm.client import Client
from wizard.amocrm.connection import base_address
from wizard.amocrm.refused import (
    AnswerLostError,
    UnreachableError,
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
