"""An account's answers served on loopback, for programs that are started as people start them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


@contextmanager
def served(bodies: Mapping[str, Any], key: str) -> Iterator[str]:
    """The address of a server that gives these bodies to whoever has the key."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path.removeprefix("/api/v4/")
            known = self.headers["Authorization"] == f"Bearer {key}"
            body = bodies.get(path) if known else None
            self.send_response((200 if body else 404) if known else 401)
            self.end_headers()
            self.wfile.write(json.dumps(body or {"detail": "?"}).encode())

        def log_message(self, *_args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
