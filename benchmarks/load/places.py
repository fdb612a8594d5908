"""Where the load goes: one server, or two behind nginx; and the databases they keep projects in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.apps import WIZARD, App
from benchmarks.serving import Served, serving
from tests import nginx, postgresql

_DURABLE = "-c shared_buffers=128MB"


@dataclass(frozen=True)
class Place:
    """The address visitors come to, and the servers behind it."""

    url: str
    servers: tuple[Served, ...]


@contextmanager
def single(app: App, database: str = "") -> Iterator[Place]:
    """One server, asked directly."""
    with serving(app, database=database) as served:
        yield Place(served.url, (served,))


@contextmanager
def replicas(count: int, database: str) -> Iterator[Place]:
    """One or two servers of the wizard behind the nginx that is delivered with it."""
    with ExitStack() as stack:
        servers = tuple(stack.enter_context(serving(WIZARD, database=database)) for _ in range(count))
        ports = [served.port for served in servers]
        proxy = stack.enter_context(nginx.proxy(ports if count > 1 else ports * 2))
        yield Place(proxy.address, servers)


@contextmanager
def sqlite() -> Iterator[Callable[[str], str]]:
    """Gives addresses of new databases, each a file."""
    with TemporaryDirectory(prefix="voronka-benchmark-") as folder:
        yield lambda name: f"sqlite:///{Path(folder) / name}.sqlite3"


@contextmanager
def postgres() -> Iterator[Callable[[str], str]]:
    """Gives addresses of new databases in a server started for this, one that waits for the disk unlike the tests'."""
    with postgresql.cluster(_DURABLE) as cluster:
        yield cluster.create_database


DATABASES = {"sqlite": sqlite, "postgresql": postgres}
