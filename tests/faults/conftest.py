"""Databases, servers and browsers for the tests of faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import tab
from tests.browser.serving import Server, running
from tests.faults.place import Place
from tests.faults.watched import Watched
from tests.postgresql import Cluster, cluster

Opens = Callable[..., Watched]
POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.postgresql)
BOTH = ["sqlite", POSTGRESQL]
# What has little to do with the database is tried with the second one only among the long tests.
SQLITE_FIRST = ["sqlite", pytest.param("postgresql", marks=[pytest.mark.postgresql, pytest.mark.long])]
BOTH_NOW = pytest.mark.parametrize("place", BOTH, indirect=True)
_NAMES = count()


@pytest.fixture(scope="package")
def postgresql() -> Iterator[Cluster]:
    """A server that is never stopped; a test that stops one has its own."""
    with cluster() as started:
        yield started


def place_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> Place:
    """An empty database of this kind."""
    if kind == "sqlite":
        return Place({"VORONKA_DATA": str(folder / "data")})
    made: Cluster = request.getfixturevalue("postgresql")
    return Place({"VORONKA_DATABASE_URL": made.create_database(f"faults{next(_NAMES)}")})


@pytest.fixture(params=SQLITE_FIRST)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty database of the test's own."""
    return place_of(request.param, request, tmp_path)


@pytest.fixture(scope="package", params=SQLITE_FIRST)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A database that many tests share; each has projects of its own."""
    return place_of(request.param, request, tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="package")
def server(shared: Place) -> Iterator[Server]:
    """A server on the shared database that no test ends."""
    with running(shared.settings) as started:
        yield started


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with tab.browser() as started:
        yield started


@pytest.fixture
def opens(browser: Browser) -> Iterator[Opens]:
    """Opens a browser of its own for each tab, so that nothing is shared but the link; no page may show a failure."""
    tabs: list[Watched] = []

    def new(address: str, *, width: int = 1280, mixed: bool = False) -> Watched:
        tabs.append(Watched(browser, address, width=width, mixed=mixed))
        return tabs[-1]

    yield new
    for opened in tabs:
        said = opened.page.locator(".stException").count()
        opened.close()
        assert not said, "an exception on the page"
