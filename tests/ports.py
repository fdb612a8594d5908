"""A port for a server of the tests' own."""

from __future__ import annotations

import random
import socket

# Below the ports that systems hand to outgoing connections: while a server is down, a client that tries and tries could
# be given the very port it calls, reach itself, and keep the server from coming back.
_FIRST, _LAST = 15_000, 32_000


def free_port() -> int:
    """A port of this machine's own that nobody listens at."""
    while True:
        port = random.randint(_FIRST, _LAST)  # noqa: S311 - nothing is secret here
        if not _is_taken(port):
            return port


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
