"""Ctrl+Z and its kin press the page's own buttons, in any layout, and leave fields of text alone."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab
from tests.ui import projects
from wizard.storage.project_file import dump

pytestmark = pytest.mark.browser

UNDO, REDO, NOTHING = "undo", "redo", ""


class Pressed:
    """A tab in which the browser's parts are at work, and what its keys must have done so far."""

    def __init__(self, tab: Tab, more: str = "") -> None:
        self.tab = tab
        self.done = {UNDO: 0, REDO: 0, NOTHING: 0}
        tab.visit(path=f"?token={'a' * 32}{more}")
        tab.page.wait_for_url(re.compile("[?&]p="))  # what puts it there listens to the keys

    def does(self, what: str, times: int = 1) -> None:
        self.done[what] += times
        self.tab.settle()
        said = ", ".join(f"{name}: {self.done[name]}" for name in (UNDO, REDO))
        expect(self.tab.at("counts")).to_have_text(said)


def test_keys_undo_and_redo(mounts: Opens) -> None:
    tab = mounts()
    pressed = Pressed(tab)
    for keys, what in {
        "Control+z": UNDO,
        "Meta+z": UNDO,
        "Control+Shift+z": REDO,
        "Meta+Shift+z": REDO,
        "Control+y": REDO,
        "z": NOTHING,
        "Control+Alt+z": NOTHING,
        "Control+Shift+y": NOTHING,
    }.items():
        tab.page.keyboard.press(keys)
        pressed.does(what)
    tab.is_sound()


def test_keys_work_in_other_layouts(mounts: Opens) -> None:
    tab = mounts()
    pressed = Pressed(tab)
    press = "event => document.body.dispatchEvent(new KeyboardEvent('keydown', event))"
    for key, code, shift, what in (
        ("я", "KeyZ", False, UNDO),
        ("Я", "KeyZ", True, REDO),
        ("н", "KeyY", False, REDO),
        ("z", "KeyY", False, UNDO),  # German
        ("y", "KeyZ", False, REDO),
        ("w", "KeyZ", False, NOTHING),  # French
    ):
        event = {"key": key, "code": code, "shiftKey": shift, "ctrlKey": True, "bubbles": True, "cancelable": True}
        assert tab.page.evaluate(press, event) is (what == NOTHING), "the browser must not act too"
        pressed.does(what)


def test_in_a_field_of_text_the_keys_are_its_own(mounts: Opens) -> None:
    tab = mounts()
    pressed = Pressed(tab)
    for key, part, what in (
        ("text", "input", NOTHING),
        ("area", "textarea", NOTHING),
        ("choice", "input", NOTHING),
        ("link", "input", NOTHING),
        ("tick", "input", UNDO),
        ("link", "button", UNDO),
    ):
        tab.at(key).locator(part).focus()
        tab.page.keyboard.press("Control+z")
        pressed.does(what)


def test_a_key_counts_once_however_often_the_page_was_drawn(mounts: Opens) -> None:
    tab = mounts()
    pressed = Pressed(tab)
    for _ in range(3):
        tab.click("redo")
    for name in ("again", "draw", "again"):
        tab.page.get_by_role("link", name=name).click()
        tab.page.wait_for_url(re.compile(rf"/{'' if name == 'draw' else name}\?p="))
        tab.settle()
    pressed.does(REDO, 3)
    tab.page.keyboard.press("Control+z")
    pressed.does(UNDO)


def test_a_button_that_is_off_is_not_pressed(mounts: Opens) -> None:
    tab = mounts()
    pressed = Pressed(tab, "&disabled")
    tab.page.keyboard.press("Control+z")
    pressed.does(NOTHING)


def test_the_wizard_s_own_edits_are_undone(opens: Opens) -> None:
    tab = opens()
    _turn_to_stages(tab)
    box = tab.at("stage.first_sale.request_received.name").locator("input")
    expect(box).to_have_value("Заявка получена")
    tab.type("stage.first_sale.request_received.name", "Заявка пришла")
    box.blur()
    tab.page.keyboard.press("Control+z")
    expect(box).to_have_value("Заявка получена")
    tab.page.keyboard.press("Control+y")
    expect(box).to_have_value("Заявка пришла")
    _two_quick_undos(tab, box)


def _turn_to_stages(tab: Tab) -> None:
    """Of a project that is opened from its file."""
    tab.visit()
    tab.unfold("open")
    tab.at("open.file").locator("input[type=file]").set_input_files(
        {"name": "project.yaml", "mimeType": "application/yaml", "buffer": dump(projects.typical())}
    )
    tab.click("open.button")
    tab.follow("stages")


def _two_quick_undos(tab: Tab, box: Locator) -> None:
    """The second is pressed while the answer to the first is on its way, and neither is lost or taken back."""
    fact = tab.at("stage.first_sale.request_received.proof").locator("input")
    before = fact.input_value()
    tab.type("stage.first_sale.request_received.proof", "Номер записан")
    press = "() => document.querySelector('.st-key-undo button').click()"
    tab.page.evaluate(f"() => {{ ({press})(); setTimeout({press}, 90) }}")
    expect(fact).to_have_value(before)
    expect(box).to_have_value("Заявка получена")
    tab.page.reload()
    expect(fact).to_have_value(before)
    expect(box).to_have_value("Заявка получена")


def test_on_a_phone_boxes_whose_code_comes_late_show_what_the_project_holds(opens: Opens) -> None:
    tab = opens(width=390)
    tab.page.route(re.compile(r"/(TextInput|Selectbox|NumberInput)\.[^/]*\.js"), _late)
    _turn_to_stages(tab)
    tab.page.reload()
    expect(tab.at("stage.first_sale.request_received.name").locator("input")).to_have_value("Заявка получена")
    expect(tab.at("stage.first_sale.request_received.term.amount").locator("input")).to_have_value("3")


def _late(route: Route) -> None:
    time.sleep(1.0)
    route.continue_()
