"""Plain HTTP for the tests here: every question on a connection of its own, as a browser that has just come."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

COOKIE = "voronka_replica"


@dataclass(frozen=True)
class Answer:
    """What came back; header names are in lower case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every header of this name."""
        return [value for key, value in self.headers if key == name]

    @property
    def is_nginx_s_own(self) -> bool:
        """Whether no replica was asked."""
        return b"<center>nginx</center>" in self.body

    @property
    def cookie(self) -> str:
        """The cookie that keeps a browser with its replica, as the browser would send it."""
        [given] = [value for value in self.all("set-cookie") if value.startswith(f"{COOKIE}=")]
        return given.partition(";")[0]


def ask(
    address: str, path: str, *, method: str = "GET", body: bytes = b"", headers: Mapping[str, str] | None = None
) -> Answer:
    """Ask and read to the end; the answer to an upgrade ends with its headers."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    try:
        connection.request(method, path, body=body or None, headers=dict(headers or {}))
        response = connection.getresponse()
        got = tuple((name.lower(), value) for name, value in response.getheaders())
        upgraded = response.status == http.HTTPStatus.SWITCHING_PROTOCOLS
        return Answer(response.status, got, b"" if upgraded else response.read())
    finally:
        connection.close()


def websocket(origin: str) -> dict[str, str]:
    """The headers by which a page of this origin opens Streamlit's socket."""
    return {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol": "streamlit",
        "Origin": origin,
    }
