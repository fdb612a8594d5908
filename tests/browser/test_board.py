"""The columns of the board are moved by mouse, by keys and by touch; each drop is one change that can be undone."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import CDPSession, expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab

pytestmark = pytest.mark.browser

ORDER = """
() => Array.from(document.querySelectorAll(".st-key-board > [class*='st-key-board-first_sale-']"),
  (column) => column.className.match(/st-key-board-first_sale-(\\w+)/)[1])
"""
MOTIONS: tuple[Literal["no-preference", "reduce"], ...] = ("no-preference", "reduce")
FIRST, SECOND, THIRD = "request_received", "contact_made", "qualified"


def _begins(tab: Tab, *stages: str) -> None:
    """The board shows these stages first, all at rest."""
    tab.page.wait_for_function(f"(wanted) => ({ORDER})().slice(0, 3).join() === wanted", arg=",".join(stages))
    tab.settle()
    assert tab.page.locator(".st-key-board [style*=translate]").count() == 0


def _middle(tab: Tab, stage: str) -> tuple[float, float]:
    box = tab.at(f"board.first_sale.{stage}").locator("button").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _drag(tab: Tab, stage: str, *, to: tuple[float, float]) -> None:
    tab.page.mouse.move(*_middle(tab, stage))
    tab.page.mouse.down()
    tab.page.mouse.move(*to, steps=8)
    tab.page.mouse.up()


def _on_stages(tab: Tab) -> Tab:
    tab.visit()
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    tab.follow("stages")
    tab.at("board").wait_for()
    expect(tab.page.locator(".v-said")).to_contain_text("Этап можно перетянуть")
    return tab


def test_a_column_is_moved_by_mouse_and_by_keys(opens: Opens) -> None:
    tab = _on_stages(opens())
    said = tab.page.locator(".v-said")
    x, y = _middle(tab, THIRD)
    _drag(tab, FIRST, to=(x + 30, y))
    _begins(tab, SECOND, THIRD, FIRST)
    expect(said).to_have_text("Этап «Заявка получена» теперь на месте 3 из 7.")
    assert tab.at(f"stage.first_sale.{FIRST}.name").count() == 1
    tab.click("undo")
    _begins(tab, FIRST, SECOND, THIRD)
    end = tab.page.locator(".v-ends").bounding_box()
    assert end
    _drag(tab, SECOND, to=(end["x"] + end["width"] / 2, y))
    expect(said).to_contain_text("они всегда последние")
    _begins(tab, FIRST, SECOND, THIRD)
    tab.at(f"board.first_sale.{SECOND}").locator("button").focus()
    for key in ("Space", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        tab.page.keyboard.press(key)
    expect(said).to_contain_text("уже первый среди ваших этапов")
    tab.page.keyboard.press("Enter")
    _begins(tab, SECOND, FIRST, THIRD)
    expect(tab.at(f"board.first_sale.{SECOND}").locator("button")).to_be_focused()
    for key in ("Space", "ArrowRight", "Escape"):
        tab.page.keyboard.press(key)
    expect(said).to_contain_text("остался на своём месте")
    _begins(tab, SECOND, FIRST, THIRD)
    _to_the_end_of_a_narrow_one(tab)
    tab.is_sound()


def _to_the_end_of_a_narrow_one(tab: Tab) -> None:
    """A board wider than its frame goes on under a hand that waits at its edge; by leaps where nothing shall glide."""
    tab.page.set_viewport_size({"width": 820, "height": 900})
    tab.settle()
    gliding, leaping = (_places_seen(tab, motion) for motion in MOTIONS)
    assert (len(gliding) > 5, len(leaping) < 4) == (True, True), (gliding, leaping)


def _places_seen(tab: Tab, motion: Literal["no-preference", "reduce"]) -> list[float]:
    """How far the board stood while a column was held at its right edge."""
    tab.page.emulate_media(reduced_motion=motion)
    board = tab.at("board")
    far = board.evaluate("board => (board.scrollLeft = 0, board.seen = [], board.scrollWidth - board.clientWidth)")
    board.evaluate("board => board.onscroll = () => board.scrollLeft && board.seen.push(board.scrollLeft)")
    box = board.bounding_box()
    assert box
    tab.page.mouse.move(*_middle(tab, SECOND))
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + box["width"] - 20, box["y"] + 40, steps=8)
    tab.page.wait_for_function("([board, far]) => board.scrollLeft >= far", arg=[board.element_handle(), far])
    tab.page.keyboard.press("Escape")
    tab.page.mouse.up()
    seen: list[float] = board.evaluate("board => board.seen")
    return seen


def test_a_finger_that_rests_takes_a_column_and_one_that_moves_scrolls(opens: Opens) -> None:
    tab = _on_stages(opens(width=390))
    finger = tab.context.new_cdp_session(tab.page)
    for rest, order in ((0, (FIRST, SECOND, THIRD)), (500, (SECOND, FIRST, THIRD))):
        _swipe(tab, finger, rest=rest)
        _begins(tab, *order)
    tab.is_sound()


def _swipe(tab: Tab, finger: CDPSession, *, rest: int) -> None:
    """From the first column to below the second one."""
    tab.at(f"board.first_sale.{FIRST}").scroll_into_view_if_needed()
    (x, y), (_, end) = _middle(tab, FIRST), _middle(tab, SECOND)
    _touch(finger, "touchStart", x, y)
    tab.page.wait_for_timeout(rest)
    for part in range(1, 9):
        _touch(finger, "touchMove", x, y + (end + 40 - y) * part / 8)
    _touch(finger, "touchEnd")


def _touch(finger: CDPSession, kind: str, *at: float) -> None:
    points = [{"x": at[0], "y": at[1]}] if at else []
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_cells_copied_from_a_spreadsheet_are_pasted_into_the_table(opens: Opens) -> None:
    tab = _on_stages(opens())
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.segment("stages.view", 1)
    grid = tab.page.get_by_test_id("stDataFrame")
    grid.wait_for()
    tab.page.wait_for_timeout(1500)  # the grid takes what is done to it only once it is drawn
    tab.page.evaluate("navigator.clipboard.writeText('Заявка пришла\\tЗапись звонка\\nКонтакт есть\\tАнкета')")
    grid.locator(".dvn-scroller").click(position={"x": 60, "y": 52})
    tab.page.keyboard.press("Control+v")
    expect(tab.at("undo").locator("button")).to_be_enabled()
    tab.segment("stages.view", 0)
    for name in ("Заявка пришла", "Контакт есть"):
        expect(tab.at("board")).to_contain_text(name)
    expect(tab.at("board")).to_contain_text("Запись звонка")
    tab.click("undo")
    expect(tab.at("board")).to_contain_text("Заявка получена")
    tab.is_sound()
