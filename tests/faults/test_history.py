"""Undo and redo by keys and across reloads, and a named version that is come back to."""

from __future__ import annotations

from functools import reduce

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Server
from tests.faults import hands
from tests.faults.conftest import Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab
from tests.ui import projects
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.history import History

pytestmark = pytest.mark.browser

# A keyboard with the Russian layout: the key with a Latin Z on it gives another letter.
_PRESS = """
([shift]) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {
  key: shift ? "Я" : "я", code: "KeyZ", ctrlKey: true, shiftKey: shift, bubbles: true, cancelable: true, composed: true,
}))
"""


@pytest.fixture
def place(shared: Place) -> Place:
    return shared


def _undo(tab: Tab, *, shift: bool = False) -> None:
    """Ctrl+Z, or Ctrl+Shift+Z, in the Russian layout."""
    tab.page.evaluate(_PRESS, [shift])
    tab.settle()


def test_by_keys_in_the_russian_layout_but_not_inside_a_text(opens: Opens, place: Place, server: Server) -> None:
    token = place.begin()
    tab = opens(server.address)
    hands.open_link(tab, token)
    hands.rename(tab, "Раз")
    hands.rename(tab, "Два")
    hands.name_box(tab).fill("Два и ещё")
    _undo(tab)
    expect(hands.name_box(tab)).to_have_value("Два и ещё")
    hands.rename(tab, "Два")
    tab.page.evaluate("document.activeElement.blur()")
    _undo(tab)
    hands.shows(tab, "Раз")
    _undo(tab, shift=True)
    hands.shows(tab, "Два")
    tab.page.keyboard.press("Control+z")
    hands.shows(tab, "Раз")
    tab.page.keyboard.press("Control+Shift+z")
    hands.shows(tab, "Два")
    assert hands.name_in(place.project(token)) == "Два"


def _with_steps(place: Place, steps: int) -> str:
    """A project that has been through so many names."""
    first = StageRef("first_sale", hands.STAGE)
    history = reduce(
        lambda history, name: history.commit(change_stage(history.present, first, name=name)),
        [f"Имя {number}" for number in range(1, steps + 1)],
        History(projects.typical()),
    )
    with place.drafts() as drafts:
        return drafts.create(history).token


def _until(tab: Tab, key: str, name: str) -> None:
    """Press a button and wait for the name that it leads to."""
    tab.at(key).locator("button").click()
    expect(hands.name_box(tab)).to_have_value(name, timeout=15_000)


@pytest.mark.parametrize("steps", [5, pytest.param(100, marks=pytest.mark.long)])
def test_many_steps_back_and_forth_with_a_reload_between(
    opens: Opens, place: Place, server: Server, steps: int
) -> None:
    token = _with_steps(place, steps)
    tab = opens(server.address)
    hands.open_link(tab, token)
    names = ["Заявка получена", *(f"Имя {number}" for number in range(1, steps + 1))]
    for number in range(steps - 1, -1, -1):
        _until(tab, "undo", names[number])
        if number in (steps // 2, 0):
            hands.reload(tab)
    expect(tab.at("undo").locator("button")).to_be_disabled()
    assert place.project(token) == projects.typical()
    for number in range(1, steps + 1):
        _until(tab, "redo", names[number])
        if number == steps // 2:
            hands.reload(tab)
    expect(tab.at("redo").locator("button")).to_be_disabled()
    assert hands.name_in(place.project(token)) == names[-1]
    kept = place.opened(token).history
    assert (len(kept.past), kept.future) == (steps, ())


def test_a_named_version_is_restored_and_the_restoring_undone(opens: Opens, place: Place, server: Server) -> None:
    token = place.begin()
    tab = opens(server.address)
    hands.open_link(tab, token)
    hands.rename(tab, "Раз")
    hands.open_link(tab, token, page="versions")
    tab.type("versions.name", "Перед встречей")
    tab.click("versions.keep")
    expect(tab.page.get_by_role("main")).to_contain_text("Перед встречей ·")
    named = place.project(token)
    hands.open_link(tab, token)
    for name in ("Два", "Три", "Четыре", "Пять", "Шесть"):
        hands.rename(tab, name)
    last = place.project(token)
    hands.open_link(tab, token, page="versions")
    expect(tab.page.get_by_role("main")).to_contain_text("этап «Пять» теперь «Шесть»")
    tab.click("restore.named.2")
    expect(tab.page.get_by_test_id("stToast")).to_contain_text("Версия восстановлена")
    assert place.project(token) == named
    hands.reload(tab)
    tab.click("undo")
    tab.until(lambda: place.project(token) == last, "the restoring undone")
    with place.drafts() as drafts:
        told = [(r.number, r.name) for r in drafts.revisions(drafts.opened(token).draft) if r.name]
    assert told == [(2, "Перед встречей")]
