"""Those who meet in a workshop, as tabs: the host with the panel, and the phones."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, expect

from tests.browser.tab import Tab

BACK = 40_000  # milliseconds; a browser waits longer between its attempts the longer it is cut off


class Phone(Tab):
    """A participant's page, at the size of a phone."""

    def __init__(self, browser: Browser, link: str) -> None:
        super().__init__(browser, link, width=390, height=844)
        self.page.goto(link)
        self.at_step("Процессы и этапы")

    def at_step(self, title: str, *, patience: int = BACK) -> None:
        expect(self.page.get_by_role("heading", name=title, level=1)).to_be_visible(timeout=patience)

    def propose(self, text: str) -> None:
        self.page.get_by_label("Какого этапа не хватает?").fill(text)
        self.page.get_by_role("button", name="Предложить").click()

    def vote(self, text: str) -> Locator:
        return self.page.get_by_role("button", name=f"Голос за: {text}")

    def fate(self, text: str) -> Locator:
        return self.page.locator(".own li").filter(has_text=text).locator("em")


class Host(Tab):
    """The host's page with the panel beside it."""

    def begins(self) -> str:
        """Open a workshop on the example and turn to its stages; the link for phones."""
        self.visit()
        self.click("start.example")
        self.at("hub.continue").wait_for()
        self.follow("workshop")
        self.click("workshop.open")
        self.at("workshop.link").wait_for()
        link = self.at("workshop.link").locator("input").input_value()
        self.at("top").get_by_role("link").first.click()
        self.at("hub.continue").wait_for()
        self.follow("stages")
        return link

    def card(self, text: str) -> Locator:
        return self.page.locator(".panel .new li").filter(has_text=text)

    def does(self, what: str, text: str) -> None:
        self.card(text).get_by_role("button", name=f"{what}: {text}").click()

    def on_board(self, text: str) -> Locator:
        return self.at("board").get_by_role("button", name=text)

    def decided(self, text: str) -> Locator:
        return self.page.locator(".panel .done li").filter(has_text=text)
