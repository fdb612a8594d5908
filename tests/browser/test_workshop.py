"""A workshop in four browsers: proposals, votes and decisions, a lost line, a server that dies in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.room import BACK, Host, Phone
from tests.browser.serving import running
from tests.browser.tab import Tab
from tests.ports import free_port
from wizard.storage.database import Database, address
from wizard.workshop import guest
from wizard.workshop.live import Live

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=\"document.title='broken in'\"> Договор подписан"
SOON = 5_000  # milliseconds
CROWD = tuple(f"Мысль {n}. {'Клиент подтвердил всё, о чём договорились. ' * 6}".strip() for n in range(14))
FITS = """
wall => {
  const [board, top] = wall.querySelectorAll("section"), page = document.querySelector(".stMain")
  const way = wall.querySelector("aside").getBoundingClientRect()
  return {
    whole: [board, top].every((part) => part.scrollHeight <= part.clientHeight),
    apart: top.querySelector("ul").getBoundingClientRect().bottom <= way.top && way.bottom <= innerHeight,
    still: page.scrollHeight <= page.clientHeight,
    smaller: Number(board.style.getPropertyValue("--s")) < 1,
  }
}
"""


def test_a_room_works_through_everything_that_happens_to_it(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    settings = {"VORONKA_DATA": str(tmp_path), "VORONKA_ADDRESS": f"http://127.0.0.1:{port}"}
    with running(settings, port=port) as server:
        host = Host(browser, server.address)
        link = host.begins()
        anna, boris, vera = phones = [Phone(browser, each) for each in (link, _typed(link), link)]
        _proposals_and_votes(host, anna, boris, vera)
        _decisions(host, anna, boris, vera)
        anna.page.reload()
        expect(anna.fate("Адрес подтверждён")).to_have_text("принято", timeout=BACK)
        _second_tab(anna, link)
        boris.context.set_offline(True)
        expect(boris.page.get_by_role("status")).to_contain_text("Нет связи")
        boris.context.set_offline(False)
        server.kill()
        vera.propose("Срок согласован")
        boris.vote(MARKUP).click()
        expect(vera.fate("Срок согласован")).to_have_text("отправляется")
    with running(settings, port=port):
        expect(host.card("Срок согласован")).to_be_visible(timeout=BACK)
        expect(host.card(MARKUP).locator("b")).to_have_text("2", timeout=BACK)
        _not_taken(host, vera)
        wall = Tab(browser, link, width=1280, height=720)
        wall.page.goto(f"{link}&show=1")
        _crowd(tmp_path, link)
        _newest(vera, anna)
        _wall_holds_all(wall, link)
        _close(host, phones)
        for tab in (host, wall, *phones):
            assert tab.page.title() != "broken in"
            tab.close()
    assert _kept(tmp_path, link) == {
        "Адрес подтверждён": ("accepted", 2),
        "План получен": ("parked", 0),
        "Смета готова": ("accepted", 0),
        MARKUP: ("new", 2),
        "Срок согласован": ("rejected", 0),
    } | dict.fromkeys(CROWD, ("new", 0))


def _typed(link: str) -> str:
    """As a hand types it."""
    start, code = link.split("w=")
    return f"{start}w={code.upper().replace('-', '%20')}"


def _proposals_and_votes(host: Host, anna: Phone, boris: Phone, vera: Phone) -> None:
    anna.propose("Адрес подтверждён")
    boris.propose("План получен")
    vera.propose(MARKUP)
    for text in ("Адрес подтверждён", "План получен", MARKUP):
        expect(host.card(text)).to_be_visible(timeout=SOON)
    for _ in range(9):
        boris.vote("Адрес подтверждён").click()
    vera.vote("Адрес подтверждён").click()
    anna.vote(MARKUP).click()
    expect(host.card("Адрес подтверждён").locator("b")).to_have_text("2", timeout=SOON)


def _decisions(host: Host, anna: Phone, boris: Phone, vera: Phone) -> None:
    host.does("Правка", "Адрес подтверждён")
    writing = host.card("Адрес подтверждён").get_by_label("Как записать")
    writing.press_sequentially(" клиентом")
    vera.propose("Смета готова")
    expect(host.page.get_by_role("button", name="Показать новые: 1")).to_be_visible(timeout=SOON)
    expect(host.card("Смета готова")).to_have_count(0)
    expect(writing).to_be_focused()
    host.page.get_by_role("button", name="Принять так").click()
    expect(host.on_board("Адрес подтверждён клиентом")).to_be_visible(timeout=SOON)
    expect(anna.fate("Адрес подтверждён")).to_have_text("принято", timeout=SOON)
    host.click("undo")
    expect(host.on_board("Адрес подтверждён клиентом")).to_have_count(0)
    host.page.locator(".panel .done summary").click()
    host.decided("Адрес подтверждён").get_by_role("button", name="Принять снова").click()
    expect(host.on_board("Адрес подтверждён")).to_be_visible(timeout=SOON)
    host.page.mouse.move(900, 10)
    host.does("На потом", "План получен")
    expect(boris.fate("План получен")).to_have_text("на потом", timeout=SOON)
    host.decided("План получен").get_by_role("button", name="Принять").wait_for()
    host.does("Принять", "Смета готова")
    expect(vera.fate("Смета готова")).to_have_text("принято", timeout=SOON)
    host.page.mouse.move(900, 10)  # what is new waits while a hand rests on the list


def _second_tab(anna: Phone, link: str) -> None:
    """Another tab of the same browser is the same participant."""
    other = anna.context.new_page()
    other.goto(link)
    expect(other.locator(".own li").first).to_be_visible(timeout=BACK)
    expect(other.locator("footer p")).to_have_text("Участвуют 3 человека")
    other.close()


def _not_taken(host: Host, vera: Phone) -> None:
    """The causes given again and again are a touch away."""
    host.does("Не берём", "Срок согласован")
    host.card("Срок согласован").get_by_role("button", name="Уже есть").click()
    expect(vera.fate("Срок согласован")).to_have_text("не берём", timeout=SOON)
    expect(vera.page.locator(".own li").filter(has_text="Срок согласован").locator("small")).to_have_text("Уже есть")


def _crowd(folder: Path, link: str) -> None:
    """Two more devices, and what they propose."""
    database = Database(address({"VORONKA_DATA": str(folder)}))
    try:
        live = Live(lambda: database)
        devices = [guest(link.partition("w=")[2], name * 32, live) for name in "de"]
        for device in devices:
            device.join()
        for n, text in enumerate(CROWD):
            devices[n % 2].propose("remark", text, key=f"thought-{n:03}")
    finally:
        database.close()


def _newest(vera: Phone, anna: Phone) -> None:
    """A phone shows the newest dozen, and what is its own; the others when asked."""
    for phone, shown in ((anna, 12), (vera, 13)):
        expect(phone.page.get_by_role("button", name=f"Показать ещё {15 - shown}")).to_be_visible(timeout=BACK)
        expect(phone.page.locator(".votes li")).to_have_count(shown)
    expect(vera.vote(MARKUP)).to_be_visible()
    expect(anna.vote(MARKUP)).to_have_count(0)
    anna.page.get_by_role("button", name="Показать ещё").click()
    expect(anna.vote(MARKUP)).to_be_visible()


def _wall_holds_all(wall: Tab, link: str) -> None:
    """Nothing is cut off and nothing scrolls; the address to be typed is that of phones."""
    expect(wall.page.locator(".top li")).to_have_count(3, timeout=BACK)
    expect(wall.page.locator(".link")).to_have_text(link.partition("://")[2])
    fits = {"whole": True, "apart": True, "still": True, "smaller": True}
    assert wall.page.locator(".wall").evaluate(FITS) == fits


def _close(host: Host, phones: list[Phone]) -> None:
    host.page.get_by_role("button", name="Закрыть встречу").click()
    host.at("workshop.anew").wait_for()
    expect(host.at("card-file-workshop-protocol")).to_contain_text("Протокол")
    for phone in phones:
        phone.at_step("Встреча закрыта")
        expect(phone.page.locator(".decided li").filter(has_text="Смета готова").locator("em")).to_have_text("принято")
        expect(phone.page.get_by_role("button", name="Предложить")).to_be_hidden()


def _kept(folder: Path, link: str) -> dict[str, tuple[str, int]]:
    database = Database(address({"VORONKA_DATA": str(folder)}))
    try:
        seen = Live(lambda: database).look(link.partition("w=")[2]).seen()
        return {each.text: (each.state.value, each.votes) for each in seen.workshop.proposals}
    finally:
        database.close()
