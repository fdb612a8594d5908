"""A project entered into an account in a real browser; what is typed as a key is found nowhere afterwards."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.amocrm.sandbox_server import serving
from tests.browser.conftest import Opens
from tests.browser.serving import Server, running
from tests.browser.tab import Tab
from wizard.amocrm.connection import BASE_URL
from wizard.amocrm.sandbox import Sandbox, Variant

pytestmark = pytest.mark.browser

KEY = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.bm9ib2R5LW1heS1zZWUtdGhpcw.c2lnbmVkLWJ5LXRoZS10ZXN0"
NOTHING = {"ru": "Изменений нет", "en": "No changes"}


def _example(tab: Tab, language: str) -> None:
    """From Start to the page that connects."""
    tab.visit(language=language)
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    tab.settle()
    tab.follow("connect")


def _is_sent_again(tab: Tab, address: str) -> None:
    """An address that was refused stays and is sent with the next key, which leaves its box each time."""
    tab.at("connect.address").locator("input").fill(address)
    for _attempt in range(2):
        tab.at("connect.token").locator("input").fill(KEY)
        tab.click("connect.submit")
        expect(tab.at("connect.token").locator("input")).to_have_value("")
        expect(tab.page.get_by_test_id("stAlert")).to_contain_text(f"«{address}» не адрес amoCRM")
    expect(tab.at("connect.address").locator("input")).to_have_value(address)


def _enter(tab: Tab, language: str) -> None:
    """The plan with the stock pipeline taken over, the entry, its report."""
    tab.click("nav.next")
    tab.at("plan.enter").wait_for()
    tab.settle()
    stock = {"ru": "Вместо имеющейся «Воронка»", "en": "In place of “Pipeline”"}[language]
    expect(tab.at("plan.first_sale.where").locator("input").first).to_have_value(stock)
    tab.is_sound()
    tab.click("plan.enter")
    tab.at("enter.plan").wait_for(timeout=60_000)
    tab.settle()
    tab.is_sound()


def _look_again(tab: Tab, language: str) -> None:
    tab.click("enter.plan")
    tab.at("plan.change_where").wait_for()
    tab.settle()
    expect(tab.page.get_by_test_id("stAlert").first).to_contain_text(NOTHING[language])
    tab.is_sound()


@pytest.mark.parametrize(("language", "width"), [("ru", 1280), ("en", 390)])
def test_from_start_to_nothing_left_to_change(opens: Opens, language: str, width: int) -> None:
    tab = opens(width=width)
    _example(tab, language)
    if language == "ru":
        _is_sent_again(tab, "my.example")
    tab.click("connect.practise")
    tab.at("nav.next").wait_for()
    expect(tab.at("card-account")).to_contain_text({"ru": "учебный аккаунт", "en": "practice account"}[language])
    _enter(tab, language)
    _look_again(tab, language)


@pytest.fixture
def amocrm() -> Iterator[str]:
    with serving(Sandbox(Variant(key=KEY), limited=False)) as address:
        yield address


def test_a_key_is_typed_works_and_is_found_nowhere(browser: Browser, amocrm: str) -> None:
    with running({BASE_URL: amocrm}) as server:
        tab = Tab(browser, server.address)
        seen: list[str] = []
        tab.page.on("framenavigated", lambda frame: seen.append(frame.url))
        _example(tab, "ru")
        tab.at("connect.token").locator("input").fill(KEY)
        tab.click("connect.submit")
        tab.at("nav.next").wait_for()
        seen.append(tab.page.content())
        _enter(tab, "ru")
        seen.append(tab.page.content())
        tab.unfold("enter.before")
        seen.append(tab.download("enter.snapshot").decode())
        tab.page.reload()
        tab.at("enter.plan").wait_for()
        tab.settle()
        tab.click("nav.back")
        tab.at("go.connect").wait_for()
        tab.settle()
        tab.click("go.connect")
        tab.at("connect.submit").wait_for()
        assert tab.at("connect.token").locator("input").input_value() == ""
        seen.append(tab.page.content())
        seen.append(str(tab.context.storage_state()))
        tab.close()
        assert [text for text in seen if KEY in text] == []
        assert not _holds(server, KEY)
        assert _holds(server, "Первичный контакт"), "the search finds what is there"


def _holds(server: Server, text: str) -> bool:
    """Whether it stands in the log, in any other file the server wrote, or packed in a row of the database."""
    files = [path for path in server.home.rglob("*") if path.is_file()]
    rows = [value for path in files if path.suffix == ".sqlite3" for value in _values(path)]
    return any(text.encode() in data for data in (*(path.read_bytes() for path in files), *rows))


def _values(database: Path) -> Iterator[bytes]:
    with closing(sqlite3.connect(database)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - names of our own tables
                yield from (_unpacked(value) for value in row if isinstance(value, bytes))
                yield str([value for value in row if not isinstance(value, bytes)]).encode()


def _unpacked(value: bytes) -> bytes:
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value
