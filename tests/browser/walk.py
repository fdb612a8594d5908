"""One walk over every screen: the audit, a project that begins, and the example up to its comparison with amoCRM."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.browser.tab import Tab
from wizard.model.project import Step

PAGES = (*Step, "others", "review", "export", "handover", "versions", "access", "client", "comments", "compare", "desk")
COMPANIES = {"ru": "Мебель и точка", "en": "Furniture and Co"}
# A part of a page that is folded until it is wanted.
_FOLDED = {"stages": "stage.hints", "shape": "shape.exactly", "goals": "goals.add"}


def screens(tab: Tab, *, language: str = "ru") -> Iterator[str]:
    """The name of each screen while the tab is on it."""
    tab.visit(language=language)
    yield "start"
    yield from _audit(tab)
    tab.visit(language=language)
    yield from _diagnosis(tab, COMPANIES[language])
    tab.visit(language=language)
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    yield "hub"
    for page in PAGES:
        yield from _page(tab, page)
    yield from _entry(tab)
    tab.visit(language=language)
    yield from _guide(tab)


def _audit(tab: Tab) -> Iterator[str]:
    tab.click("go.audit")
    tab.at("audit.check").wait_for()
    tab.click("audit.example")
    tab.at("audit.rebuild").wait_for()
    yield "audit"


def _diagnosis(tab: Tab, company: str) -> Iterator[str]:
    tab.click("go.goals")
    yield "company"
    tab.type("company.name", company)
    tab.click("diagnosis.next")
    tab.segment("diagnosis.sources", 0)
    tab.segment("diagnosis.sources", 1)
    yield "question of several"
    tab.click("diagnosis.next")
    yield "question of one"
    heading = tab.page.locator("main h3").first
    while not tab.at("advice.create").count():
        asked = heading.inner_text()
        tab.click("diagnosis.unknown")
        expect(heading).not_to_have_text(asked)
    yield "advice"


def _page(tab: Tab, page: str) -> Iterator[str]:
    tab.follow(page)
    if page in _FOLDED:
        tab.unfold(_FOLDED[page])
    if page == "losses":
        tab.click("reason.row.price_too_high")
    if page == "client":
        tab.click("client.make")
    yield page
    if page == "client":
        yield from _questionnaire(tab)
    if page == "stages":
        tab.segment("stages.view", 1)
        tab.at("table.pasting").wait_for()
        tab.unfold("table.pasting")
        yield "stages in a table"
    tab.at("top").get_by_role("link").first.click()
    tab.at("hub.continue").wait_for()
    tab.settle()


def _questionnaire(tab: Tab) -> Iterator[str]:
    """What the client sees by the link that was made."""
    here = tab.page.url
    tab.page.goto(tab.page.locator('[class*="st-key-card-client-"] input').first.input_value())
    tab.at("client.send").wait_for()
    tab.settle()
    yield "questionnaire"
    tab.page.goto(here)
    tab.at("client.make").wait_for()
    tab.settle()


def _guide(tab: Tab) -> Iterator[str]:
    """The guided example and its first task."""
    tab.click("start.guide")
    tab.at("guide").wait_for()
    tab.settle()
    yield "guide"
    tab.click("guide.show")
    tab.at("board").wait_for()
    tab.settle()
    yield "guide at a task"


def _entry(tab: Tab) -> Iterator[str]:
    """Into the practice account."""
    tab.follow("connect")
    yield "connect"
    tab.click("connect.practise")
    tab.at("nav.next").wait_for()
    tab.click("nav.next")
    tab.at("plan.enter").wait_for()
    yield "plan"
    tab.click("plan.enter")
    tab.at("enter.plan").wait_for(timeout=60_000)
    tab.settle()
    yield "enter"
    tab.click("go.verify")
    tab.at("verify.list.entered").wait_for()
    yield "verify"
