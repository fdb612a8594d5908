"""A browser's translator puts texts into elements of its own: it is asked not to, and breaks nothing if it does."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

# As Chrome's does it, now and with whatever comes later; the words it puts there are told by the brackets.
TRANSLATES = """
() => {
  const translate = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = []
    while (texts.nextNode()) found.push(texts.currentNode)
    for (const text of found) {
      if (!text.data.trim() || text.parentElement.closest("script, style, textarea, font")) continue
      const [outer, inner] = [document.createElement("font"), document.createElement("font")]
      inner.textContent = `[${text.data}]`
      outer.append(inner)
      text.replaceWith(outer)
    }
  }
  translate(document.body)
  new MutationObserver((changes) => {
    for (const added of changes.flatMap((change) => [...change.addedNodes])) {
      if (added.isConnected) translate(added.nodeType === Node.TEXT_NODE ? added.parentElement : added)
    }
  }).observe(document.body, { childList: true, subtree: true })
}
"""
NAME, NEW = "Контакт установлен", "Контакт есть"


def test_a_translated_page_goes_on_working(opens: Opens) -> None:
    tab = opens(mixed=True)  # the brackets are in no language
    tab.visit()
    expect(tab.page.locator("html")).to_have_attribute("translate", "no")
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    tab.follow("stages")
    tab.at("board").wait_for()
    tab.page.evaluate(TRANSLATES)
    column = tab.at("board.first_sale.contact_made")
    expect(column).to_have_text(f"[{NAME}]")
    tab.click("board.first_sale.contact_made")
    tab.type("stage.first_sale.contact_made.name", NEW)
    expect(column).to_have_text(f"[{NEW}]")
    tab.click("undo")
    expect(column).to_have_text(f"[{NAME}]")
    _add_and_move(tab)
    tab.click("nav.next")
    expect(tab.page.get_by_role("heading", name="Ключевой этап").locator("font").first).to_be_visible()
    tab.click("nav.next")
    tab.type("shape.first_sale.entries", "120")
    tab.type("shape.first_sale.wins", "9")
    _says(tab, "укажите конверсию в следующий этап: «Договор отправлен»")
    tab.is_sound()


def _add_and_move(tab: Tab) -> None:
    """A stage comes and is moved, by the button and by keys; what can be done is told anew."""
    tab.unfold("stage.add_menu")
    tab.type("stage.new", "Договор отправлен")
    tab.click("stage.add")
    columns = tab.at("board").locator("button")
    expect(columns).to_have_count(8)
    before = columns.all_inner_texts()
    tab.page.keyboard.press("Escape")
    tab.click("stage.move1")
    expect(columns).not_to_have_text(before)
    columns.first.focus()
    for key in ("Space", "ArrowRight", "Enter"):
        tab.page.keyboard.press(key)
    expect(tab.page.locator(".v-said")).to_contain_text("теперь на месте 2 из 8")


def _says(tab: Tab, words: str) -> None:
    expect(tab.page.locator("main")).to_contain_text(words)
