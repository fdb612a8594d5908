"""A real browser: how long a click takes to change the screen, and how long and how much a first page takes to come.

Times are taken inside the page, from the browser's own event to the change of the page, so that the program that
drives the browser has no part in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.apps import App
from tests import chromium

_PATIENCE = 30_000
_QUIET = 250  # milliseconds without a change: the answer is drawn
_IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
# Classes and styles are left out: what only fades or moves was there before.
_WATCH = """() => {
  window.measured = { began: 0, changed: 0 }
  document.addEventListener("click", (event) => { measured = { began: event.timeStamp, changed: 0 } }, true)
  new MutationObserver(() => { measured.changed = performance.now() }).observe(
    document.querySelector('[data-testid="stMain"]'),
    { subtree: true, childList: true, characterData: true, attributes: true,
      attributeFilter: ["aria-checked", "aria-disabled", "aria-label", "aria-pressed", "disabled", "value"] })
}"""
_QUIET_FOR = "() => measured.changed ? performance.now() - measured.changed : 0"
_TAKEN = "() => measured.changed - measured.began"
_ARRIVE = """(() => {
  const watch = new MutationObserver(() => {
    if (!document.body?.textContent.includes(TEXT)) return
    window.arrived = performance.now()
    watch.disconnect()
  })
  watch.observe(document, { subtree: true, childList: true, characterData: true })
})()"""


@contextmanager
def browser() -> Iterator[Any]:
    """Every page opened from it is a new visitor's."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only these measures need it

    path = chromium.find()
    if path is None:
        raise RuntimeError("no Chromium or Chrome was found; name one by CHROMIUM=path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield opened
        opened.close()


@contextmanager
def visit(visitor: Any) -> Iterator[Any]:
    """A page of a new visitor."""
    context = visitor.new_context(locale="ru-RU")
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    yield page
    context.close()


class Clicks:
    """Clicks on one button of a page, or on whichever of several can be clicked."""

    def __init__(self, page: Any, selector: str) -> None:
        self._page = page
        self._button = page.locator(selector)
        self._button.first.wait_for()
        self._settle()
        page.evaluate(_WATCH)

    def click(self) -> float:
        """Seconds from the click to the last change it made."""
        self._button.first.click()
        waited = 0
        while self._page.evaluate(_QUIET_FOR) < _QUIET:
            self._page.wait_for_timeout(_QUIET / 5)
            waited += _QUIET // 5
            if waited > _PATIENCE:
                raise RuntimeError("a click changed nothing")
        self._settle()
        return float(self._page.evaluate(_TAKEN)) / 1000

    def _settle(self) -> None:
        self._page.locator(_IDLE).wait_for(state="attached")


def first_screen(visitor: Any, app: App, url: str) -> tuple[float, float]:
    """Seconds from navigation to the useful text, and megabytes moved until the page is at rest; nothing is cached."""
    moved = 0.0
    with visit(visitor) as page:

        def count(finished: dict[str, Any]) -> None:
            nonlocal moved
            moved += finished["encodedDataLength"]

        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", count)
        page.add_init_script(_ARRIVE.replace("TEXT", repr(app.text)))
        page.goto(url)
        page.get_by_text(app.text, exact=True).first.wait_for()
        page.wait_for_load_state("networkidle")
        return float(page.evaluate("() => arrived")) / 1000, moved / 1e6
