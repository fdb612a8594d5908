"""Projects remembered in the browser: which, for how long, how they are shown, and what may stand in its storage."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

A, B, C = "a" * 32, "b" * 32, "c" * 32
# As another tab would change it.
_CHANGE = """kept => {
  localStorage.setItem("voronka.projects", kept)
  dispatchEvent(new StorageEvent("storage", { key: "voronka.projects" }))
}"""
OLD = "2020-12-31T10:00:00.000Z"


def _entry(token: str, name: str, *, readonly: bool = False) -> dict[str, Any]:
    return {"token": token, "name": name, "at": OLD, "readonly": readonly}


def _seed(tab: Tab, kept: str) -> None:
    """Puts this into the storage once, before anything else runs."""
    key, value = "'voronka.projects'", json.dumps(kept)
    tab.context.add_init_script(f"localStorage.getItem({key}) ?? localStorage.setItem({key}, {value})")


def _with(tab: Tab, *entries: dict[str, Any]) -> None:
    _seed(tab, json.dumps(entries))
    tab.visit()
    _rows(tab).first.wait_for()


def _kept(tab: Tab) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = json.loads(tab.page.evaluate("localStorage.getItem('voronka.projects')"))
    return kept


def _tokens(tab: Tab) -> list[str]:
    return [entry["token"] for entry in _kept(tab)]


def _rows(tab: Tab) -> Locator:
    return tab.at("recent").locator("li")


def _open(tab: Tab, token: str, name: str, more: str = "") -> None:
    tab.visit(path=f"?token={token}&name={name}{more}")
    expect(tab.page).to_have_url(f"{tab.address}/?token={token}&name={name}{more}&p={token}")


def test_opened_projects_are_kept_newest_first_one_entry_each(mounts: Opens) -> None:
    tab = mounts()
    for token, name, more in ((A, "Oak", ""), (B, "Ash", "&readonly=1"), (A, "Elm", "")):
        _open(tab, token, name, more)
    newest, older = _kept(tab)
    age = datetime.now(UTC) - datetime.fromisoformat(newest.pop("at"))
    assert timedelta() <= age < timedelta(minutes=1)
    assert newest == {"token": A, "name": "Elm", "readonly": False}
    assert (older["token"], older["name"], older["readonly"]) == (B, "Ash", True)


def test_two_hundred_are_kept_and_the_newest_twelve_shown(mounts: Opens) -> None:
    tab = mounts()
    many = [_entry(f"{number:032}", f"Oak {number}") for number in range(200)]
    _seed(tab, json.dumps(many))
    _open(tab, A, "Ash")
    assert _tokens(tab) == [A, *(entry["token"] for entry in many[:-1])]
    expect(_rows(tab)).to_have_count(12)


def test_forgotten_projects_leave_the_list_at_once(mounts: Opens) -> None:
    tab = mounts()
    _with(tab, _entry(A, "Oak"), _entry(B, "Ash"), _entry(C, "Elm"))
    tab.visit(path=f"?forget={A},{C}")
    expect(_rows(tab).get_by_role("link")).to_contain_text(["Ash"])
    assert _tokens(tab) == [B]


@pytest.mark.parametrize(
    ("language", "opened", "readonly"),
    [("ru", "открывали 31 декабря 2020 г. в ", "только просмотр"), ("en", "opened December 31, 2020 at ", "view only")],
)
def test_a_row_says_name_time_and_what_may_be_done(mounts: Opens, language: str, opened: str, readonly: str) -> None:
    tab = mounts(width=390)
    _with(tab, _entry(A, "<b>Oak & Ash</b>" * 9, readonly=True), _entry(B, ""))
    tab.visit(language=language)
    first, second = _rows(tab).nth(0), _rows(tab).nth(1)
    expect(first.locator("a b")).to_have_text("<b>Oak & Ash</b>" * 9)
    expect(first.locator("time")).to_contain_text(opened)
    expect(first.locator("a")).to_contain_text(readonly)
    expect(second.locator("a")).not_to_contain_text(readonly)
    expect(second.locator("a b")).to_have_text({"ru": "Проект без названия", "en": "Unnamed project"}[language])
    targets = [box for part in tab.at("recent").locator("a, button").all() if (box := part.bounding_box())]
    assert len(targets) == 4
    assert min(box["height"] for box in targets) >= 24
    tab.is_sound()
    second.get_by_role("link").click()
    expect(tab.page).to_have_url(f"{tab.address}/?p={B}{'' if language == 'ru' else '&lang=en'}")


def test_what_is_removed_can_be_put_back_by_keyboard_alone(mounts: Opens) -> None:
    tab = mounts()
    _with(tab, _entry(A, "Oak"), _entry(B, "Ash"), _entry(C, "Elm"))
    tab.at("redo").locator("button").focus()
    for _ in range(4):
        tab.page.keyboard.press("Tab")
    remove = _rows(tab).get_by_role("button", name="Убрать из списка: Ash")
    expect(remove).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(_rows(tab).nth(1)).to_contain_text("Проект «Ash» убран из списка, но остался на сервере.")
    assert _tokens(tab) == [A, C]
    expect(_rows(tab).get_by_role("button", name="Вернуть в список")).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(_rows(tab).nth(1).get_by_role("link")).to_be_focused()
    assert _kept(tab) == [_entry(A, "Oak"), _entry(B, "Ash"), _entry(C, "Elm")]


def test_another_tab_of_the_browser_shows_it_too(mounts: Opens) -> None:
    tab = mounts()
    _with(tab, _entry(A, "Oak"))
    beside = tab.context.new_page()
    beside.goto(f"{tab.address}/?token={B}&name=Ash")
    expect(_rows(tab).locator("b")).to_have_text(["Ash", "Oak"])


def test_strange_things_in_the_storage_are_no_projects(mounts: Opens) -> None:
    tab = mounts()
    _open(tab, C, "Elm")
    expect(_rows(tab)).to_have_count(1)
    for kept in (
        "",
        "{",
        "null",
        '{"length": 1}',
        '[1, null, "x", [], {}]',
        json.dumps([_entry("javascript:alert(1)", "Oak")]),
        json.dumps([{**_entry(A, "Oak"), "at": "yesterday"}, {**_entry(B, "Ash"), "name": {"a": 1}}]),
    ):
        tab.page.evaluate(_CHANGE, kept)
        expect(tab.at("recent")).to_be_hidden()
        tab.click("undo")
        expect(tab.at("recent")).to_be_visible()
        assert _tokens(tab) == [C], kept
    tab.is_sound()


def test_nothing_remembered_takes_no_room(mounts: Opens) -> None:
    tab = mounts()
    tab.visit()
    expect(tab.at("link").locator("input")).to_be_visible()
    expect(tab.at("recent")).to_be_hidden()
    expect(tab.at("browser.page")).to_be_hidden()


@pytest.mark.parametrize("broken", ["localStorage", "Storage.prototype.setItem"])
def test_a_storage_that_throws_breaks_nothing(mounts: Opens, broken: str) -> None:
    tab = mounts()
    owner, _, name = broken.rpartition(".")
    tab.context.add_init_script(
        f"Object.defineProperty({owner or 'window'}, '{name}', {{ get() {{ throw new Error('blocked') }} }})"
    )
    _open(tab, A, "Oak")
    expect(tab.at("recent")).to_be_hidden()
    tab.page.keyboard.press("Control+z")
    expect(tab.at("counts")).to_have_text("undo: 1, redo: 0")
    tab.is_sound()
