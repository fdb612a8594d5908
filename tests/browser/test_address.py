"""The address keeps the project's token, without a trace in the browser's history."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Opens
from tests.browser.serving import served
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

A, B = "a" * 32, "-_" * 16


def _entries(tab: Tab) -> int:
    return int(tab.page.evaluate("history.length"))


def test_the_token_is_put_into_the_address(mounts: Opens) -> None:
    tab = mounts()
    tab.visit()
    entries = _entries(tab)
    for visited, before in enumerate(("", f"&p={B}", f"&p={B}&p={B}"), start=1):
        tab.visit(path=f"?token={A}&x={visited}{before}#here")
        expect(tab.page).to_have_url(f"{tab.address}/?token={A}&x={visited}&p={A}#here")
        assert _entries(tab) == entries + visited
    tab.is_sound()


def test_without_a_project_the_address_stays_as_it_is(mounts: Opens) -> None:
    tab = mounts()
    tab.visit(path=f"?p={B}&x=%20#here")
    tab.click("undo")
    assert tab.page.url == f"{tab.address}/?p={B}&x=%20#here"


def test_pages_that_drop_the_token_get_it_back(mounts: Opens) -> None:
    tab = mounts()
    tab.visit(path=f"?token={A}")
    expect(tab.page).to_have_url(re.compile(f"p={A}"))
    entries = _entries(tab)
    tab.page.get_by_role("link", name="again").click()
    expect(tab.page).to_have_url(f"{tab.address}/again?p={A}")
    assert _entries(tab) == entries + 1
    tab.page.evaluate("history.replaceState(history.state, '', location.pathname)")
    tab.click("undo")
    expect(tab.page).to_have_url(f"{tab.address}/again?p={A}")
    tab.page.go_back()
    expect(tab.page).to_have_url(f"{tab.address}/?token={A}&p={A}")
    tab.settle()
    assert _entries(tab) == entries + 1
    tab.is_sound()


def test_a_link_leads_to_the_app_under_its_path(browser: Browser) -> None:
    with served("tests/browser/mounted.py", path="/office/voronka") as address:
        tab = Tab(browser, address, mixed=True)
        tab.visit(path=f"again?token={A}")
        expect(tab.at("link").locator("input")).to_have_value(f"{address}/?p={'L' * 32}")
        tab.visit()
        expect(tab.at("recent").get_by_role("link")).to_have_attribute("href", f"/office/voronka/?p={A}")
        tab.is_sound()
        tab.close()
