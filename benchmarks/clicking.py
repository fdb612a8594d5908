"""A click on every page of the wizard, beside the empty app's: until the screen has changed, in a real browser.

The click is Undo and Redo in turn, for they are on every page, change its project, are saved and checked like an edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.apps import APPS, EMPTY, PAGES, PLAIN, WIZARD, App, path
from benchmarks.browsing import Clicks, visit
from benchmarks.load import drafts
from benchmarks.load.places import Place
from benchmarks.project import funnels
from benchmarks.table import Table, percentile, times

SEVEN = 7
_WARM_UP = 5
_CLICK = ".st-key-click button"
_EDIT = ".st-key-undo button:enabled, .st-key-redo button:enabled"


def clicks(table: Table, visitor: Any, places: dict[App, Place], *, database: str, number: int) -> None:
    """Rows for each page: its clicks and the empty app's take turns; the plain page's stand with the first."""
    (token,) = drafts.prepare(database, 1, edits=1, of=funnels(SEVEN))
    with visit(visitor) as empty, visit(visitor) as plain:
        beside = {EMPTY: _simple(empty, places[EMPTY]), PLAIN: _simple(plain, places[PLAIN])}
        for page in PAGES:
            with _wizard(visitor, places[WIZARD].url, page, token) as wizard:
                tabs = {**beside, WIZARD: wizard} if page == PAGES[0] else {EMPTY: beside[EMPTY], WIZARD: wizard}
                _row(table, page, tabs, number)


def _row(table: Table, page: str, tabs: dict[App, Clicks], number: int) -> None:
    taken: dict[App, list[float]] = {app: [] for app in APPS if app in tabs}
    for _ in range(number):
        for app, seconds in taken.items():
            seconds.append(tabs[app].click())
    base = {percent: percentile(taken[EMPTY], percent) * 1000 for percent in (50, 95)}
    goals = {50: times(1.5, base[50], "empty"), 95: times(2, base[95], "empty")}
    table.percentiles(f"{page}: click to changed screen", taken, goals)


def _simple(page: Any, place: Place) -> Clicks:
    page.goto(place.url)
    return _warm(Clicks(page, _CLICK))


@contextmanager
def _wizard(visitor: Any, url: str, name: str, token: str) -> Iterator[Clicks]:
    with visit(visitor) as page:
        if name == "plan":
            _practise(page, url, token)
        else:
            page.goto(f"{url}/{path(name)}?p={token}")
        page.locator(_EDIT).first.wait_for()
        page.wait_for_timeout(1_000)  # what the page still loads by itself
        yield _warm(Clicks(page, _EDIT))


def _practise(page: Any, url: str, token: str) -> None:
    """A plan needs an account: the practice account, which answers at once."""
    page.goto(f"{url}/connect?p={token}")
    page.locator(".st-key-connect-practise button").click()
    page.locator(".st-key-nav-next button").click()
    page.locator(".st-key-plan-enter button").wait_for()


def _warm(found: Clicks) -> Clicks:
    for _ in range(_WARM_UP):
        found.click()
    return found
