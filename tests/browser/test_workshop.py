"""A workshop in four browsers: proposals, votes and decisions, a lost line, a server that dies in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.room import BACK, Host, Phone
from tests.browser.serving import running
from tests.ports import free_port
from wizard.storage.database import Database, address
from wizard.workshop.live import Live

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=\"document.title='broken in'\"> Договор подписан"
SOON = 5_000  # milliseconds


def test_a_room_works_through_everything_that_happens_to_it(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    settings = {"VORONKA_DATA": str(tmp_path), "VORONKA_ADDRESS": f"http://127.0.0.1:{port}"}
    with running(settings, port=port) as server:
        host = Host(browser, server.address)
        link = host.begins()
        anna, boris, vera = phones = [Phone(browser, link) for _ in range(3)]
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
        _close(host, phones)
        for tab in (host, *phones):
            assert tab.page.title() != "broken in"
            tab.close()
    assert _kept(tmp_path, link) == {
        "Адрес подтверждён": ("accepted", 2),
        "План получен": ("parked", 0),
        "Смета готова": ("accepted", 0),
        MARKUP: ("new", 2),
        "Срок согласован": ("new", 0),
    }


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


def _second_tab(anna: Phone, link: str) -> None:
    """Another tab of the same browser is the same participant."""
    other = anna.context.new_page()
    other.goto(link)
    expect(other.locator(".own li").first).to_be_visible(timeout=BACK)
    expect(other.locator("footer p")).to_have_text("Участвуют 3 человека")
    other.close()


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
