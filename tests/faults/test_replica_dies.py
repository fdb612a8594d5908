"""One of two replicas behind nginx is killed in mid-edit: the browser goes on with the other one."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Server
from tests.deploy import replicas
from tests.deploy.asking import COOKIE, ask
from tests.deploy.replicas import Pair
from tests.faults import hands
from tests.faults.conftest import POSTGRESQL, Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab

pytestmark = [
    pytest.mark.browser,
    pytest.mark.nginx,
    pytest.mark.parametrize("place", [POSTGRESQL], indirect=True),
]

SOON = 15.0  # seconds


def _home(pair: Pair, tab: Tab) -> Server:
    """The replica that this browser is with."""
    [cookie] = [c["value"] for c in tab.context.cookies() if c["name"] == COOKIE]
    ask(pair.address, f"/home-{cookie[-8:]}", headers={"Cookie": f"{COOKIE}={cookie}"})
    port = pair.lines(f"/home-{cookie[-8:]}")[-1].replicas[-1]
    return next(replica for replica in pair.replicas if replica.port == port)


def test_the_browser_goes_on_with_the_other_replica(
    opens: Opens, place: Place, record_property: Callable[[str, object], None]
) -> None:
    token = place.begin()
    with replicas.pair(place.settings) as pair:
        tab = opens(pair.address)
        hands.open_link(tab, token)
        hands.rename(tab, "Раз")
        hands.name_box(tab).fill("Два")
        hands.name_box(tab).press("Enter")
        time.sleep(random.uniform(0, 0.3))  # noqa: S311 - any moment will do
        before = tab.connections
        _home(pair, tab).kill()
        began = time.monotonic()
        tab.is_back(before)
        record_property("seconds until the page is back", round(time.monotonic() - began, 1))
        assert time.monotonic() - began < SOON
        name = hands.name_box(tab).input_value()
        assert name in ("Раз", "Два"), "what was shown as done is there; what was on its way may be"
        hands.rename(tab, "Три")
        assert hands.name_in(place.project(token)) == "Три"
        tab.click("undo")
        tab.click("undo")
        expect(hands.name_box(tab)).to_have_value("Раз" if name == "Два" else "Заявка получена")
        assert hands.token_of(tab) == token


def test_one_project_at_both_replicas_is_never_overwritten(opens: Opens, place: Place) -> None:
    token = place.begin()
    with replicas.pair(place.settings) as pair:
        early, late = (opens(replica.address) for replica in pair.replicas)
        for tab in (early, late):
            hands.open_link(tab, token)
        hands.rename(early, "Раз")
        late.type(hands.NAME, "Два")
        expect(late.at("changed-elsewhere")).to_contain_text("теперь «Раз»")
        assert hands.name_in(place.project(token)) == "Раз"
