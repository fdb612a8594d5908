"""The server is killed at any moment, in mid-edit too: what the page showed as done is there afterwards."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import Error, expect
from sqlalchemy import text

from tests.browser.serving import Server, running
from tests.faults import hands
from tests.faults.conftest import Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab

pytestmark = pytest.mark.browser

LATEST = 2.5  # seconds after the edits have begun


@contextmanager
def _killed_after(server: Server, seconds: float) -> Iterator[None]:
    """Kills the server so long after the beginning, whatever goes on inside."""
    timer = threading.Timer(seconds, server.process.kill)
    timer.start()
    yield
    timer.join()
    server.process.wait()


def _edit_until_it_dies(tab: Tab, server: Server, done: int) -> int:
    """Rename and rename; the number of the last name that the board showed."""
    with suppress(Error, AssertionError):
        while server.process.poll() is None:
            box, name = hands.name_box(tab), str(done + 1)
            box.fill(name, timeout=1_000)
            box.press("Enter", timeout=1_000)
            expect(tab.at(hands.COLUMN)).to_have_text(name, timeout=1_500)
            done += 1
    return done


def _is_whole(place: Place) -> bool:
    """Whether SQLite finds its file sound; PostgreSQL has no such question, and reading everything is the answer."""
    with place.drafts() as drafts, drafts.database.reading() as connection:
        if connection.dialect.name == "sqlite":
            return str(connection.execute(text("PRAGMA integrity_check")).scalar_one()) == "ok"
        return bool(connection.execute(text("SELECT count(*), sum(length(content)) FROM revision")).one())


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.long)])
def test_what_was_shown_as_done_is_there(
    opens: Opens, place: Place, kills: int, record_property: Callable[[str, object], None]
) -> None:
    token, edits, seen, lost, ahead, port = place.begin(), 0, 0, 0, 0, None
    tab = None
    for _ in range(kills):
        with running(place.settings, port=port) as server:
            port = server.port
            if tab is None:
                tab = opens(server.address)
                hands.open_link(tab, token)
            else:
                tab.is_back(tab.connections)
            with _killed_after(server, random.uniform(0.05, LATEST)):  # noqa: S311 - any moment will do
                seen = _edit_until_it_dies(tab, server, edits)
        assert _is_whole(place)
        kept = hands.name_in(place.project(token))
        edits = int(kept) if kept.isdigit() else 0
        lost += max(0, seen - edits)
        ahead += max(0, edits - seen)
    for name, value in {"kills": kills, "edits": edits, "lost": lost, "saved but not shown": ahead}.items():
        record_property(name, value)
    assert lost == 0
    assert edits > 0
