"""A server that gives the answers it is told to, a client that asks it, and the ways an answer can fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from tests.amocrm.clock import Clock
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.refused import (
    AccountError,
)

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
NOT_SENT: list[Exception] = [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.ProxyError("no")]


def moved(to: str, status: int = 301) -> httpx.Response:
    return httpx.Response(status, headers={"Location": to})
