"""The link is copied where browsers allow it, and where an office's plain http forbids the usual way."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

TOKEN = "L" * 32
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"
REFUSING = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
NO_COPYING = "document.execCommand = () => false"


def _copied(tab: Tab, *, language: str = "ru") -> None:
    tab.visit(language=language)
    tab.at("link").locator("button").click()


def _says(tab: Tab, said: str) -> None:
    expect(tab.at("link").get_by_role("status")).to_have_text(said)


def _pasted(tab: Tab) -> str:
    box = tab.at("area").locator("textarea")
    box.focus()
    tab.page.keyboard.press("Control+v")
    return box.input_value()


@pytest.mark.parametrize(
    ("language", "said", "more"), [("ru", "Ссылка скопирована.", ""), ("en", "The link is copied.", "&lang=en")]
)
def test_the_link_is_copied(mounts: Opens, language: str, said: str, more: str) -> None:
    tab = mounts(width=390)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _copied(tab, language=language)
    _says(tab, said)
    expect(tab.at("link").locator(".home")).to_be_visible()  # here, the address is one of this machine alone
    assert tab.page.evaluate("navigator.clipboard.readText()") == f"{tab.address}/?p={TOKEN}{more}"
    tab.is_sound()


@pytest.mark.parametrize("obstacle", [NO_CLIPBOARD, REFUSING])
def test_it_is_copied_the_older_way_where_the_new_one_is_barred(mounts: Opens, obstacle: str) -> None:
    tab = mounts()
    tab.context.add_init_script(obstacle)
    _copied(tab)
    _says(tab, "Ссылка скопирована.")
    assert _pasted(tab) == f"{tab.address}/?p={TOKEN}"


def test_where_nothing_copies_the_link_is_left_selected(mounts: Opens) -> None:
    tab = mounts()
    for obstacle in (NO_CLIPBOARD, NO_COPYING):
        tab.context.add_init_script(obstacle)
    _copied(tab)
    _says(tab, "Браузер не дал скопировать. Ссылка выделена: нажмите Ctrl+C (на Mac — ⌘C).")
    tab.page.keyboard.press("Control+c")
    assert _pasted(tab) == f"{tab.address}/?p={TOKEN}"


def test_the_field_is_read_only_named_and_selects_itself(mounts: Opens) -> None:
    tab = mounts()
    tab.visit()
    box = tab.page.get_by_label("Ссылка на проект")
    expect(box).not_to_be_editable()
    box.focus()
    selected = "box => box.value.slice(box.selectionStart, box.selectionEnd)"
    assert box.evaluate(selected) == f"{tab.address}/?p={TOKEN}"
