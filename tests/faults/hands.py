"""What the people in these tests do and see: one stage, its name, and the address they are at."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, expect

from tests.faults.watched import Watched as Tab
from wizard.model.project import Project

STAGE = "request_received"
NAME = f"stage.first_sale.{STAGE}.name"
COLUMN = f"board.first_sale.{STAGE}"


def open_link(tab: Tab, token: str, *, page: str = "stages", lang: str = "ru") -> None:
    """Come by a link, as somebody who has just got it."""
    language = "" if lang == "ru" else f"lang={lang}&"
    tab.page.goto(f"{tab.address}/{page}?{language}p={token}")
    tab.at("top").wait_for()
    tab.settle()


def name_box(tab: Tab) -> Locator:
    return tab.at(NAME).locator("input")


def rename(tab: Tab, name: str) -> None:
    """Type the stage's name and see it on the board: from then on the edit counts as confirmed."""
    tab.type(NAME, name)
    shows(tab, name)


def shows(tab: Tab, name: str) -> None:
    """The page has this name in its box and on the board."""
    expect(tab.at(COLUMN)).to_contain_text(name, timeout=15_000)
    expect(name_box(tab)).to_have_value(name, timeout=15_000)


def name_in(project: Project) -> str:
    """The name of that stage."""
    return project.pipeline("first_sale").stage(STAGE).name


def token_of(tab: Tab) -> str:
    """The secret in the address."""
    return parse_qs(urlsplit(tab.page.url).query).get("p", [""])[0]


def reload(tab: Tab) -> None:
    tab.page.reload()
    tab.at("top").wait_for()
    tab.settle()
