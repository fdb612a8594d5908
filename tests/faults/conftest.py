"""Databases, servers and browsers for the tests of faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import tab
from tests.browser.serving import Server, running
from tests.browser.tab import Tab
from tests.faults.place import Place
from tests.postgresql import Cluster, cluster

Opens = Callable[..., Tab]
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
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


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty database of the test's own."""
    return place_of(request.param, request, tmp_path)


@pytest.fixture(scope="module", params=BOTH)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A database that a module's tests share; each has projects of its own."""
    return place_of(request.param, request, tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="module")
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
    tabs: list[Tab] = []

    def new(address: str, **options: int) -> Tab:
        tabs.append(Tab(browser, address, **options))
        return tabs[-1]

    yield new
    for opened in tabs:
        said = opened.page.locator(".stException").count()
        opened.close()
        assert not said, "an exception on the page"
