"""A replica dies, or both: the other goes on, and no key to a project gets into a log."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests import nginx
from tests.browser.serving import Server
from tests.deploy.asking import ask, websocket
from tests.deploy.replicas import Pair

pytestmark = pytest.mark.nginx

TOKEN = "VeryPrivateTokenOfAProject"  # noqa: S105 - opens nothing
PATHS = (
    f"/?p={TOKEN}",
    f"/stages?lang=en&p={TOKEN}",
    f"/%3Fp={TOKEN}",
    f"/p={TOKEN}",
    f"/static/js/none.js?p={TOKEN}",
    f"/media/none?p={TOKEN}",
    f"/_stcore/metrics?p={TOKEN}",
    f"/_stcore/stream?p={TOKEN}",
    f"/_stcore/upload_file/a/b?p={TOKEN}",
)


def _home(pair: Pair, cookie: str) -> Server:
    """The replica that this browser is sent to."""
    path = f"/home-of-{cookie[-8:]}"
    ask(pair.address, path, headers={"Cookie": cookie})
    [line] = pair.lines(path)
    return next(replica for replica in pair.replicas if replica.port == line.replicas[0])


def test_when_a_replica_is_killed_its_browsers_go_on_with_the_other(own: Pair) -> None:
    cookie = ask(own.address, "/").cookie
    home = _home(own, cookie)
    home.kill()
    answers = [ask(own.address, "/after", headers={"Cookie": cookie}) for _ in range(5)]
    assert [answer.status for answer in answers] == [200] * 5
    lines = own.lines("/after", at_least=5)
    left = own.other(home).port
    assert lines[0].replicas == (home.port, left)
    assert [line.replicas for line in lines[1:]] == [(left,)] * 4, "the dead one is left alone for a while"


def _ask_everything(pair: Pair) -> None:
    """All the ways in which a key could come to nginx, some of them broken."""
    for path in PATHS:
        ask(pair.address, path, headers={"Referer": f"{pair.address}/?p={TOKEN}", "Cookie": f"p={TOKEN}"})
        ask(pair.address, path, method="PUT", body=b"x" * 900_000)  # too much for memory: nginx warns of a file
        ask(pair.address, path, method="PUT", body=b"x" * 900)
    ask(pair.address, f"/?p={TOKEN}", method="PUT", body=b"x" * 2_000_000)
    ask(pair.address, f"/?p={TOKEN * 2000}")
    ask(pair.address, f"/_stcore/stream?p={TOKEN}", headers=websocket(pair.address))
    ask(pair.address, f"/_stcore/stream?p={TOKEN}", headers=websocket(f"https://evil.example/?p={TOKEN}"))


def test_no_log_holds_the_key_to_a_project(own: Pair) -> None:
    _ask_everything(own)
    own.replicas[0].kill()
    _ask_everything(own)
    own.replicas[1].kill()
    _ask_everything(own)
    assert ask(own.address, f"/?p={TOKEN}").status == 502
    answers = {answer for line in own.lines("/stages", at_least=9) for answer in line.answers}
    assert {"200", "502"} <= answers, "what the error log would have said is in the access log"
    assert TOKEN not in own.proxy.everything_written()


class _Echo(BaseHTTPRequestHandler):
    """Answers with the headers that it was asked with."""

    def do_GET(self) -> None:
        body = "\n".join(f"{name.lower()}: {value}" for name, value in self.headers.items()).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the library
        """Keep quiet."""


@contextmanager
def _echo() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), _Echo) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_replica_is_told_who_asks_and_nobody_can_pretend() -> None:
    pretended = dict.fromkeys(("X-Forwarded-For", "X-Real-IP", "X-Forwarded-Host"), "203.0.113.7")
    with _echo() as port, nginx.proxy((port, port)) as proxy:
        told = ask(proxy.address, "/", headers={**pretended, "X-Forwarded-Proto": "https", "Upgrade": "h2c"})
        got = dict(line.split(": ", 1) for line in told.body.decode().splitlines())
    assert got == {
        "host": f"127.0.0.1:{proxy.port}",
        "connection": "close",
        "x-real-ip": "127.0.0.1",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-host": f"127.0.0.1:{proxy.port}",
        "x-forwarded-proto": "http",
    }
