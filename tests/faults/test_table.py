"""What is typed is there after everything that ends or interrupts a browser's session: the rows of one table."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from tests.browser.serving import Server, running
from tests.faults import hands
from tests.faults.conftest import BOTH_NOW, POSTGRESQL, Opens
from tests.faults.line import line
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab

pytestmark = pytest.mark.browser

TYPED = "Заявка пришла"
NEXT = "Заявка принята"
LIMIT = 1  # seconds a server waits for a browser that is cut off
SECOND = "stage.first_sale.contact_made.name"


def _rerun(tab: Tab) -> None:
    tab.click("stage.move1")
    tab.click("stage.move-1")


def _another_page_and_back(tab: Tab) -> None:
    tab.click("nav.next")
    tab.at("key.first_sale").wait_for()
    tab.click("nav.back")


def _back_after_a_reload(tab: Tab) -> None:
    tab.click("nav.next")
    tab.at("key.first_sale").wait_for()
    hands.reload(tab)
    tab.page.go_back()
    tab.at(hands.NAME).wait_for()


EVENTS: dict[str, Callable[[Tab], None]] = {
    "a rerun": _rerun,
    "another page and back": _another_page_and_back,
    "F5": hands.reload,
    "Back after F5": _back_after_a_reload,
}


def _is_all_there(tab: Tab, token: str) -> None:
    """The same page with what was typed."""
    hands.shows(tab, TYPED)
    assert re.fullmatch(rf"{tab.address}/stages\?p={token}", tab.page.url)


def _goes_on(tab: Tab, place: Place, token: str) -> None:
    """The next edit is kept like any other."""
    hands.rename(tab, NEXT)
    assert hands.name_in(place.project(token)) == NEXT


def _typed(opens: Opens, address: str, token: str) -> Tab:
    tab = opens(address)
    hands.open_link(tab, token)
    hands.rename(tab, TYPED)
    return tab


def test_in_one_browser(opens: Opens, shared: Place, server: Server, subtests: pytest.Subtests) -> None:
    token = shared.begin()
    tab = _typed(opens, server.address, token)
    for name, happens in EVENTS.items():
        with subtests.test(name):
            hands.rename(tab, TYPED)
            happens(tab)
            _is_all_there(tab, token)
            _goes_on(tab, shared, token)


def test_the_link_in_another_browser(opens: Opens, shared: Place, server: Server) -> None:
    token = shared.begin()
    first, other = _typed(opens, server.address, token), opens(server.address)
    other.page.goto(first.page.url)
    _is_all_there(other, token)
    _goes_on(other, shared, token)


@pytest.mark.parametrize(("limit", "same_session"), [(900, True), (LIMIT, False)], ids=["short", "long"])
def test_the_connection_is_cut(opens: Opens, place: Place, *, limit: int, same_session: bool) -> None:
    """The stage chosen on the board is the session's own: it tells whether the session is the same."""
    token = place.begin()
    settings = {**place.settings, "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(limit)}
    with running(settings) as server, line(server.port) as cable:
        tab = _typed(opens, cable.address, token)
        tab.click("board.first_sale.contact_made")
        tab.at(SECOND).wait_for()
        before = tab.connections
        cable.cut()
        tab.is_cut_off()
        time.sleep(LIMIT + 0.5)
        cable.mend()
        tab.is_back(before)
        assert (tab.at(SECOND).count() == 1) is same_session
        tab.click(hands.COLUMN)
        _is_all_there(tab, token)
        _goes_on(tab, place, token)


@BOTH_NOW
def test_the_server_is_started_anew(opens: Opens, place: Place) -> None:
    token = place.begin()
    with running(place.settings) as server:
        tab = _typed(opens, server.address, token)
    with running(place.settings, port=server.port):
        tab.is_back(1)
        _is_all_there(tab, token)
        _goes_on(tab, place, token)


def _typed_when_the_server_dies(opens: Opens, place: Place, token: str) -> tuple[Tab, int]:
    """A tab with a name typed but not entered; its server's port."""
    with running(place.settings) as server:
        tab = _typed(opens, server.address, token)
        hands.name_box(tab).fill(NEXT)
        server.kill()
        return tab, server.port


def test_the_first_name_entered_afterwards_counts(opens: Opens, place: Place) -> None:
    token = place.begin()
    tab, port = _typed_when_the_server_dies(opens, place, token)
    with running(place.settings, port=port):
        tab.is_back(1)
        hands.name_box(tab).press("Enter")
        hands.shows(tab, NEXT)
        assert hands.name_in(place.project(token)) == NEXT


def test_the_first_click_afterwards_counts(opens: Opens, place: Place) -> None:
    token = place.begin()
    tab, port = _typed_when_the_server_dies(opens, place, token)
    with running(place.settings, port=port):
        tab.is_back(1)
        tab.click("stage.move1")
        assert [s.id for s in place.project(token).pipeline("first_sale").stages[:2]] == ["contact_made", hands.STAGE]


@pytest.mark.parametrize("place", [POSTGRESQL], indirect=True)
def test_another_replica_takes_over(opens: Opens, place: Place) -> None:
    token = place.begin()
    with running(place.settings) as one, running(place.settings) as other, line(one.port) as cable:
        tab = _typed(opens, cable.address, token)
        cable.cut()
        tab.is_cut_off()
        cable.to = other.port
        cable.mend()
        tab.is_back(1)
        _is_all_there(tab, token)
        _goes_on(tab, place, token)
