"""Takes the pictures kept in docs/screens: `python -m tests.browser.screens`.

All pages in Russian at 1280 and 390 pixels, three of them in English; each is cut at the end of its content. Last come
those of a workshop.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import room_screens
from tests.browser.serving import ROOT, served
from tests.browser.tab import Tab, browser
from wizard.catalog import reader
from wizard.model.project import Step

FOLDER = ROOT / "docs" / "screens"
PAGES = (*Step, "others", "review", "export", "handover", "versions", "access", "client", "compare", "desk")
IN_ENGLISH = ("hub", "stages", "shape")
WIDE, NARROW = 1280, 390
# The tallest picture at each width; a phone's page is longer.
TALLEST = {WIDE: 1400, NARROW: 2600}
QUESTIONS = 9


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as address, browser() as started:
        for width in (WIDE, NARROW):
            _start(started, address, width)
            _guide(started, address, width)
            _audit(started, address, width)
            _project(started, address, width=width, language="ru", pages=("hub", *PAGES))
            _entry(started, address, width)
        _project(started, address, width=WIDE, language="en", pages=IN_ENGLISH)
        room_screens.take(started, FOLDER)


def _start(started: Browser, address: str, width: int) -> None:
    """The first screen, one question of the diagnosis, and what it recommends."""
    tab = Tab(started, address, width=width)
    tab.visit()
    _take(tab, f"start-ru-{width}")
    tab.click("go.goals")
    tab.type("company.name", "Мебель и точка")
    tab.pick("company.industry", reader.industry("furniture").name.ru)
    tab.click("diagnosis.next")
    tab.click("diagnosis.unknown")
    tab.click("diagnosis.first_reply.seller")
    _take(tab, f"diagnosis-ru-{width}")
    for _ in range(QUESTIONS - 3):
        tab.click("diagnosis.unknown")
    _take(tab, f"advice-ru-{width}")
    tab.close()


def _guide(started: Browser, address: str, width: int) -> None:
    """The guided example at its first task."""
    tab = Tab(started, address, width=width)
    tab.visit()
    tab.click("start.guide")
    tab.at("guide").wait_for()
    tab.click("guide.show")
    tab.at("board").wait_for()
    tab.settle()
    _take(tab, f"guide-ru-{width}")
    tab.close()


def _audit(started: Browser, address: str, width: int) -> None:
    """The article's stock pipeline, judged."""
    tab = Tab(started, address, width=width)
    tab.visit()
    tab.click("go.audit")
    tab.at("audit.check").wait_for()
    tab.click("audit.example")
    tab.at("audit.rebuild").wait_for()
    _take(tab, f"audit-ru-{width}")
    tab.close()


def _project(started: Browser, address: str, *, width: int, language: str, pages: tuple[str, ...]) -> None:
    """Pages of the example project, with its two numbers typed."""
    tab = Tab(started, address, width=width)
    tab.visit(language=language)
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    tab.follow("shape")
    for number, typed in (("entries", "120"), ("wins", "9"), ("check", "80000")):
        tab.type(f"shape.first_sale.{number}", typed)
    for page in pages:
        tab.at("top").get_by_role("link").first.click()
        tab.at("hub.continue").wait_for()
        tab.settle()
        if page != "hub":
            tab.follow(page)
        if page == "losses":
            tab.click("reason.row.price_too_high")
        _take(tab, f"{page}-{language}-{width}")
        if page == "stages" and language == "ru":
            tab.segment("stages.view", 1)
            tab.at("table.pasting").wait_for()
            _take(tab, f"table-{language}-{width}")
    tab.close()


def _entry(started: Browser, address: str, width: int) -> None:
    """The example project entered into the practice account."""
    tab = Tab(started, address, width=width)
    tab.visit()
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    tab.follow("connect")
    _take(tab, f"connect-ru-{width}")
    tab.click("connect.practise")
    tab.at("nav.next").wait_for()
    tab.click("nav.next")
    tab.at("plan.enter").wait_for()
    _take(tab, f"plan-ru-{width}")
    tab.click("plan.enter")
    tab.at("enter.plan").wait_for(timeout=60_000)
    tab.settle()
    _take(tab, f"enter-ru-{width}")
    tab.click("go.verify")
    tab.at("verify.list.entered").wait_for()
    _take(tab, f"verify-ru-{width}")
    tab.close()


def _take(tab: Tab, name: str) -> Path:
    """The picture of the page from its top to the end of its content."""
    width = (tab.page.viewport_size or {"width": WIDE})["width"]
    tab.page.set_viewport_size({"width": width, "height": TALLEST[width]})
    tab.page.wait_for_timeout(700)  # charts are drawn, toasts and transitions are over
    content = tab.page.get_by_test_id("stMainBlockContainer").bounding_box()
    height = min(TALLEST[width], round(content["y"] + content["height"]) if content else TALLEST[width])
    path = FOLDER / f"{name}.png"
    tab.page.screenshot(path=path, clip={"x": 0, "y": 0, "width": width, "height": height}, animations="disabled")
    return path


if __name__ == "__main__":
    main()
