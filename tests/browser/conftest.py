"""One server and one browser for the tests here; each test has a tab of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import tab
from tests.browser.serving import served
from tests.browser.tab import Tab

Opens = Callable[..., Tab]


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    with served() as found:
        yield found


@pytest.fixture(scope="package")
def parts_address() -> Iterator[str]:
    with served("tests/browser/mounted.py") as found:
        yield found


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with tab.browser() as started:
        yield started


@pytest.fixture
def opens(browser: Browser, address: str) -> Iterator[Opens]:
    """Opens a tab of a width on the app."""
    yield from _tabs(browser, address)


@pytest.fixture
def mounts(browser: Browser, parts_address: str) -> Iterator[Opens]:
    """The same on the page that has the browser's parts alone, and labels in English around them."""
    yield from _tabs(browser, parts_address, mixed=True)


def _tabs(browser: Browser, address: str, *, mixed: bool = False) -> Iterator[Opens]:
    tabs: list[Tab] = []

    def new(*, width: int = 1280, mixed: bool = mixed) -> Tab:
        tabs.append(Tab(browser, address, width=width, mixed=mixed))
        return tabs[-1]

    yield new
    for opened in tabs:
        opened.close()
