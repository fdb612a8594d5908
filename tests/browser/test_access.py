"""Every screen by axe in both themes, on a laptop and on a phone, and at twice the size; its headings and targets."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser import axe
from tests.browser.conftest import Opens
from tests.browser.room import Host, Phone
from tests.browser.serving import running
from tests.browser.tab import Tab
from tests.browser.walk import screens
from tests.ports import free_port

pytestmark = [pytest.mark.browser, pytest.mark.newman]

Theme = Literal["light", "dark"]

LAPTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
WALL: ViewportSize = {"width": 1600, "height": 900}
# What a laptop's page is at 200 %, and at 400 %.
LARGER: tuple[ViewportSize, ...] = ({"width": 640, "height": 400}, {"width": 320, "height": 256})
LOOKS: tuple[tuple[Theme, ViewportSize], ...] = (("light", LAPTOP), ("dark", PHONE))
# Parts that Streamlit draws smaller than 24 pixels, apart from others: docs/access.md.
SMALL = ".stMultiSelect, .stSelectbox, .stNumberInput, .stCheckbox, .stTextInput, .stFileUploader, .stCode, .vega-embed"
_TARGETS = """
(small) => [...document.querySelectorAll("main :is(button, a, summary, input)")]
  .filter((part) => part.checkVisibility() && !part.closest(small) && !part.closest("p, li"))
  .filter((part) => Math.min(part.offsetWidth, part.offsetHeight) < 24)
  .map((part) => part.outerHTML)
"""
# Less motion was asked for.
_MOVING = """
() => [...document.querySelectorAll("body *")].filter((part) => {
  const { transitionDuration, animationDuration, animationName } = getComputedStyle(part)
  const long = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.001)
  return long(transitionDuration) || (animationName !== "none" && long(animationDuration))
}).map((part) => part.outerHTML.slice(0, 200))
"""
_HEADINGS = "() => [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map(h => Number(h.tagName[1]))"
BAD = ("serious", "critical")
_THEMED = "(theme) => getComputedStyle(document.querySelector('.stApp')).colorScheme === theme"


def test_every_screen_is_for_everybody(opens: Opens) -> None:
    tab = opens()
    tab.page.emulate_media(reduced_motion="reduce")
    found: list[str] = []
    for screen in screens(tab):
        for theme, window in LOOKS:
            _turn(tab, theme, window)
            found += [f"{screen}, {theme}: {bad}" for bad in axe.violations(tab) if bad.impact in BAD]
            tab.is_sound()
        _is_in_order(screen, tab.page.evaluate(_HEADINGS))
        assert tab.page.evaluate("document.documentElement.lang") == "ru"
        found += [f"{screen}: {small}" for small in tab.page.evaluate(_TARGETS, SMALL)]
        found += [f"{screen}: {moving}" for moving in tab.page.evaluate(_MOVING)]
        for window in LARGER:
            tab.page.set_viewport_size(window)
            tab.is_sound()
        _turn(tab, *LOOKS[0])
    assert found == []


def test_a_workshop_is_for_everybody(browser: Browser) -> None:
    port = free_port()
    with running({"VORONKA_ADDRESS": f"http://127.0.0.1:{port}"}, port=port) as server:
        host = Host(browser, server.address)
        phone = Phone(browser, host.begins())
        phone.propose("Адрес подтверждён")
        host.card("Адрес подтверждён").wait_for()
        host.does("Не берём", "Адрес подтверждён")
        wall = Tab(browser, phone.address)
        wall.page.goto(f"{phone.address}&show=1")
        wall.page.get_by_role("heading", level=1).wait_for()
        found = []
        for tab, window in ((host, LAPTOP), (phone, PHONE), (wall, WALL)):
            for theme, _window in LOOKS:
                _turn(tab, theme, window)
                found += [f"{theme}: {bad}" for bad in axe.violations(tab) if bad.impact in BAD]
            tab.is_sound()
            tab.close()
    assert found == []


def _turn(tab: Tab, theme: Theme, window: ViewportSize) -> None:
    tab.page.emulate_media(color_scheme=theme)
    tab.page.set_viewport_size(window)
    tab.page.wait_for_function(_THEMED, arg=theme)
    tab.settle()


def _is_in_order(screen: str, levels: list[int]) -> None:
    """One heading of the page before all others, and none skipped."""
    assert levels[0] <= 2, screen
    assert [level for level in levels[1:] if level <= levels[0]] == [], screen
    assert all(level <= before + 1 for before, level in pairwise(levels)), (screen, levels)
