"""The whole wizard by keyboard alone, from Start to a file on the disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

# More than any page of the way has to step over.
FAR = 150
_HELD = "(key) => Boolean(document.activeElement.closest('.st-key-' + CSS.escape(key)))"
# A box for text shows it by the border around it.
_SEEN = """
() => { if (document.activeElement.matches("input")) return true
        const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement)
        return outlineStyle !== "none" || boxShadow !== "none" }
"""


class Keys:
    """A tab of which only the keyboard is used; what has the focus must be seen to have it."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def press(self, key: str, what: str = "Enter") -> None:
        """Go on by Tab to the widget of this key, and press it."""
        self.reach(key)
        self.tab.page.keyboard.press(what)
        self.tab.settle()

    def type(self, key: str, text: str) -> None:
        self.reach(key)
        self.tab.page.keyboard.type(text)
        self.tab.page.keyboard.press("Enter")
        self.tab.settle()

    def reach(self, key: str) -> None:
        page, name = self.tab.page, key.replace(".", "-")
        for _ in range(FAR):
            page.keyboard.press("Tab")
            if page.evaluate(_HELD, name):
                assert page.evaluate(_SEEN), key
                return
        raise AssertionError(f"{key} is not reached")

    def stands_at(self, heading: str) -> None:
        """Another page or question has taken the keyboard to its heading."""
        expect(self.tab.page.locator("main :is(h1, h2, h3):focus")).to_contain_text(heading)


def test_from_start_to_a_file_without_a_mouse(opens: Opens) -> None:
    tab = opens()
    tab.visit()
    keys = Keys(tab)
    keys.press("go.goals")
    keys.stands_at("Чем занимаетесь?")
    keys.type("company.name", "Мебель и точка")
    keys.press("diagnosis.next")
    keys.stands_at("Откуда приходят клиенты?")
    keys.press("diagnosis.sources", "Space")
    keys.press("diagnosis.next")
    keys.stands_at("Кто отвечает на заявку первым?")
    keys.press("diagnosis.first_reply.seller")
    keys.stands_at("Когда клиент платит?")
    keys.press("diagnosis.skip")
    keys.stands_at("Вот какие воронки вам нужны")
    keys.press("advice.create")
    keys.stands_at("Количество и цели воронок")
    keys.press("nav.next")
    _stages(keys)
    keys.stands_at("Ключевой этап")
    keys.press("nav.next")
    keys.stands_at("Форма воронки")
    keys.type("shape.first_sale.entries", "120")
    keys.type("shape.first_sale.wins", "9")
    keys.press("nav.next")
    for heading in ("Квалификация", "Причины отказа", "Остальные воронки", "Проверка"):
        keys.stands_at(heading)
        keys.press("nav.next")
    keys.stands_at("Скачать и внести")
    keys.reach("export.checklist-html")
    with tab.page.expect_download() as caught:
        tab.page.keyboard.press("Enter")
    assert "Мебель и точка" in caught.value.path().read_text("utf-8")
    tab.is_sound()


def _stages(keys: Keys) -> None:
    """A column is chosen, named anew and moved; what came of it is told."""
    told = keys.tab.page.locator(".v-told")
    keys.stands_at("Процессы и этапы")
    keys.press("board.first_sale.contact_made")
    keys.press("stage.move1")
    expect(told).to_contain_text("Осталось исправить")
    keys.press("nav.next")
