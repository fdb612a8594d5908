"""The shell around the pages: its language, its headers, and nothing else changed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from wizard.ui import headers
from wizard.ui.server import PageLanguage

SHELL = b'<!doctype html><html lang="en"><head></head></html>'
Headers = list[tuple[bytes, bytes]]


class Shell:
    """A stand-in for Streamlit: answers every request with the same body, in two parts."""

    def __init__(self, body: bytes = SHELL, kind: bytes = b"text/html; charset=utf-8") -> None:
        self.body, self.kind = body, kind
        self.asked: list[dict[str, Any]] = []

    async def __call__(self, scope: dict[str, Any], _receive: Any, send: Any) -> None:
        self.asked.append(scope)
        if scope["type"] != "http":
            await send({"type": "websocket.accept"})
            return
        length = (b"content-length", str(len(self.body)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", self.kind), length]})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def asked(app: Shell, *, path: str = "/", query: bytes = b"", kind: str = "http") -> tuple[Headers, bytes]:
    """What the middleware answers with: headers and body."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": kind, "path": path, "query_string": query, "headers": [(b"accept-encoding", b"gzip")]}
    asyncio.run(PageLanguage(app)(scope, None, send))
    return sent[0].get("headers", []), b"".join(message.get("body", b"") for message in sent)


@pytest.mark.parametrize(
    ("query", "language"),
    [
        (b"", "ru"),
        (b"lang=en", "en"),
        (b"lang=ru", "ru"),
        (b"a=1&lang=en", "en"),
        (b"lang=de", "ru"),
        (b'lang="><script>', "ru"),
        (b"lang=\xff%ff", "ru"),
        (b"lang=", "ru"),
    ],
)
def test_the_shell_says_its_language(query: bytes, language: str) -> None:
    sent, body = asked(Shell(), query=query)
    assert body == SHELL.replace(b'lang="en"', f'lang="{language}" translate="no"'.encode())
    assert b"content-length" not in dict(sent)


@pytest.mark.parametrize("kind", [b"text/html", b"application/yaml"])
def test_every_answer_has_the_safe_headers(kind: bytes) -> None:
    sent, _ = asked(Shell(kind=kind))
    policy, *others = headers.safe()
    assert policy[0] == b"content-security-policy"
    assert others == [
        (b"referrer-policy", b"no-referrer"),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"SAMEORIGIN"),
    ]
    assert sent[-4:] == [policy, *others]


def test_other_files_stay_as_they_are() -> None:
    script = Shell(b'const shell = "<html lang=\\"en\\">"; // <html lang="en"', b"text/javascript")
    sent, body = asked(script, path="/static/js/main.js", query=b"lang=ru")
    assert body == script.body
    assert dict(sent)[b"content-length"] == str(len(script.body)).encode()
    assert script.asked[0]["headers"] == [(b"accept-encoding", b"gzip")]


def test_the_shell_is_asked_for_uncompressed() -> None:
    shell = Shell()
    asked(shell, path="/stages")
    assert shell.asked[0]["headers"] == []


def test_websockets_pass_untouched() -> None:
    shell = Shell()
    sent, body = asked(shell, kind="websocket", path="/_stcore/stream")
    assert (sent, body) == ([], b"")
    assert shell.asked[0]["headers"] == [(b"accept-encoding", b"gzip")]
