"""A browser tab in a test's hands: widgets are found by their keys, as in the project's other tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, sync_playwright

from tests import chromium
from tests.browser import leftovers

HERE = ("127.0.0.1", "localhost")
_IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PROBES = ("/_stcore/health", "/_stcore/host-config")
SAY_BREACHES = """
addEventListener("securitypolicyviolation", (breach) =>
  console.error(`breach of ${breach.violatedDirective}: ${breach.blockedURI}`))
"""


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser; no browser is an error, never a reason to skip."""
    path = chromium.find()
    if path is None:
        raise RuntimeError("no Chromium or Chrome was found: install one or name it by CHROMIUM=path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*chromium.FLAGS, "--disable-quic"])
        try:
            yield started
        finally:
            started.close()


class Tab:
    """One tab on the app; notes every request to another machine, every error and every breach of the page's policy.

    Of a mixed one the page may hold other languages than its own: what is typed or opened there is in another.
    """

    def __init__(
        self, browser: Browser, address: str, *, width: int = 1280, height: int = 900, mixed: bool = False
    ) -> None:
        self.address, self.mixed = address, mixed
        self.context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.strangers: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))
        self.errors: list[str] = []
        self.context.add_init_script(SAY_BREACHES)
        self.page.on("console", self._note_error)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in HERE:
            self.strangers.append(url)

    def _note_error(self, said: ConsoleMessage) -> None:
        # Streamlit, loaded under a page's address, asks for its server there first.
        if said.type == "error" and not said.location["url"].endswith(PROBES):
            self.errors.append(said.text)

    def visit(self, *, language: str = "ru", path: str = "") -> None:
        """Load the app anew, in a new session."""
        self.page.goto(f"{self.address}/{path}{'' if language == 'ru' else f'?lang={language}'}")
        self.at("top").wait_for()
        self.settle()

    def settle(self) -> None:
        """Wait until the app has nothing more to draw."""
        self.page.wait_for_timeout(80)
        self.page.locator(_IDLE).wait_for(state="attached")

    def at(self, key: str) -> Locator:
        """What has this key."""
        return self.page.locator(f".st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', key)}")

    def click(self, key: str) -> None:
        self.at(key).locator("button").first.click()
        self.settle()

    def unfold(self, key: str) -> None:
        """Open a folded part or a menu."""
        self.at(key).locator("summary, button").first.click()
        self.settle()

    def type(self, key: str, text: str) -> None:
        box = self.at(key).locator("input, textarea").first
        box.fill(text)
        box.press("Enter")
        self.settle()

    def pick(self, key: str, option: str) -> None:
        """Choose from a list that opens; it closes when the page scrolls, so it is brought into sight before."""
        self.at(key).first.scroll_into_view_if_needed()
        self.settle()
        self.at(key).locator("input").first.click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.settle()

    def segment(self, key: str, place: int) -> None:
        """Press one of a few buttons in a row."""
        self.at(key).locator("button").nth(place).click()
        self.settle()

    def follow(self, page: str) -> None:
        """Follow a link to a page."""
        links = self.page.get_by_test_id("stPageLink-NavLink")
        links.and_(self.page.locator(f'[href$="{page}"], [href*="{page}?"]')).first.click()
        self.page.wait_for_url(re.compile(rf"/{page}(\?|$)"))
        self.settle()

    def download(self, key: str) -> bytes:
        with self.page.expect_download(timeout=60_000) as caught:  # some files take long to make
            self.at(key).locator("button").first.click()
        return caught.value.path().read_bytes()

    def is_sound(self) -> None:
        """No error on the page, nothing to scroll sideways, nobody else asked, no word of another language."""
        assert self.page.locator(".stException").count() == 0
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.page.evaluate(wide) <= 0, self.page.url
        assert self.strangers == []
        assert self.errors == []
        foreign = [] if self.mixed else leftovers.found(self.page)
        assert foreign == [], foreign

    def close(self) -> None:
        self.context.close()
