"""The sandbox on a socket of this machine, for programs that only speak HTTP: newman, the command line.

`python -m tests.amocrm.sandbox_server --port 8700 --contents busy` serves one until it is stopped. It is the standard
library's server: a connection dropped without an answer cannot be asked of an ASGI server.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qsl, urlsplit

from wizard.amocrm.sandbox import PRACTICE_KEY, Brand, Contents, Kind, Sandbox, Variant
from wizard.amocrm.sandbox.answers import Answer
from wizard.amocrm.sandbox.call import Request


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, sandbox: Sandbox, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.sandbox = sandbox
        self.stopping = Event()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    # Head and body leave together and at once, or each answer waits for the client's acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def _answer(self) -> None:
        outcome = self.server.sandbox.handle(self._request())
        if isinstance(outcome, Answer):
            self._send(outcome)
            return
        self.close_connection = True
        if outcome is Kind.TIMEOUT:
            self.server.stopping.wait()

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _answer  # noqa: N815 - the library's names

    def _request(self) -> Request:
        address = urlsplit(self.path)
        return Request(
            method=self.command,
            base=f"http://{self.headers['Host']}",
            path=address.path,
            query=tuple(parse_qsl(address.query, keep_blank_values=True)),
            authorization=self.headers.get("Authorization", ""),
            body=self.rfile.read(int(self.headers.get("Content-Length", 0))),
        )

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Nothing: addresses and keys belong in no log."""


@contextmanager
def serving(sandbox: Sandbox, port: int = 0) -> Iterator[str]:
    """The address at which the sandbox answers; port 0 takes a free one."""
    server = _Server(sandbox, port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve a practice account on this machine.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--brand", type=Brand, choices=list(Brand), default=Brand.AMOCRM)
    parser.add_argument("--contents", type=Contents, choices=list(Contents), default=Contents.DEALS)
    parser.add_argument("--unlimited", action="store_true", help="do not count requests a second")
    asked = parser.parse_args()
    sandbox = Sandbox(Variant(brand=asked.brand, contents=asked.contents), limited=not asked.unlimited)
    with serving(sandbox, asked.port) as address:
        print(f"{address} (key: {PRACTICE_KEY})", flush=True)  # noqa: T201 - whoever starts it needs the address
        try:
            Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
