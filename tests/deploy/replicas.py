"""Two replicas of the app behind nginx, as `deploy/` has them, without a container around each."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from tests import nginx
from tests.browser.serving import Server, running
from tests.nginx import Proxy

SECRET = "the same for both, as the replicas must have it"  # noqa: S105 - guards nothing here


@dataclass(frozen=True)
class Line:
    """A line of the access log: what was asked, which replicas were tried, what they answered."""

    path: str
    replicas: tuple[int, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Two replicas and the proxy before them."""

    proxy: Proxy
    replicas: tuple[Server, Server]

    @property
    def address(self) -> str:
        return self.proxy.address

    def lines(self, asked: str, *, at_least: int = 1) -> list[Line]:
        """What nginx wrote about paths that begin so; it writes just after it has answered."""
        began = time.monotonic()
        while len(written := [line for line in self._written() if line.path.startswith(asked)]) < at_least:
            if time.monotonic() - began > nginx.GIVE_UP_AFTER:
                raise AssertionError(f"nginx wrote only {written}")
            time.sleep(0.02)
        return written

    def _written(self) -> list[Line]:
        return [_read(line) for line in self.proxy.access_log()]

    def other(self, replica: Server) -> Server:
        return self.replicas[1 - self.replicas.index(replica)]


@contextmanager
def pair(settings: Mapping[str, str] | None = None) -> Iterator[Pair]:
    """Two replicas with these settings besides the common ones."""
    common = {"STREAMLIT_SERVER_COOKIE_SECRET": SECRET, "STREAMLIT_SERVER_ALLOWED_HOSTS": "127.0.0.1"}
    with ExitStack() as stack:
        first, second = (stack.enter_context(running({**common, **(settings or {})})) for _ in range(2))
        proxy = stack.enter_context(nginx.proxy((first.port, second.port)))
        yield Pair(proxy, (first, second))


def _read(line: str) -> Line:
    found = re.fullmatch(r"\S+ \S+ \S+ (\S*) \d+ \d+ [\d.]+ replica=(.*) answered=(.*)", line)
    assert found, line
    return Line(found[1], tuple(map(int, re.findall(r":(\d+)", found[2]))), tuple(re.findall(r"\d+", found[3])))
