"""The pictures of a workshop for docs/screens: its page, the panel beside a step, a phone, the wall."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.room import Host, Phone
from tests.browser.serving import running
from tests.browser.tab import Tab
from tests.ports import free_port

WALL = (1600, 900)
SHOWN = "http://192.168.1.5:8501"
_SAID = ("Адрес подтверждён", "План квартиры получен", "Материалы выбраны", "Договор подписан")


def take(started: Browser, folder: Path) -> None:
    port = free_port()
    with running({"VORONKA_ADDRESS": SHOWN}, port=port) as server:
        host = Host(started, server.address)
        link = host.begins().replace(SHOWN, server.address)
        phones = [Phone(started, link) for _ in range(3)]
        _talk(host, phones)
        wall = Tab(started, link, width=WALL[0], height=WALL[1])
        wall.page.goto(f"{link}&show=1&at={SHOWN}")
        wall.page.get_by_role("timer").wait_for()
        wall.page.wait_for_timeout(2_000)
        phones[0].page.set_viewport_size({"width": 390, "height": 1400})
        phones[0].page.mouse.wheel(0, -5_000)
        for tab, name in ((host, "panel-ru-1280"), (phones[0], "phone-ru-390"), (wall, "wall-ru-1600")):
            tab.page.screenshot(path=folder / f"workshop-{name}.png", animations="disabled")
        host.page.get_by_text("Код, ссылка и решения").click()
        host.at("workshop.link").wait_for()
        host.settle()
        host.page.screenshot(path=folder / "workshop-ru-1280.png", animations="disabled")
        for each in (host, wall, *phones):
            each.close()


def _talk(host: Host, phones: list[Phone]) -> None:
    """They propose and vote, one is accepted, another one kept for later."""
    for number, text in enumerate(_SAID):
        phones[number % 3].propose(text)
        host.card(text).wait_for()
    for phone, number in ((phones[1], 0), (phones[2], 0), (phones[0], 2), (phones[1], 2), (phones[0], 3)):
        phone.vote(_SAID[number]).click()
    host.page.locator(".panel .new li b").get_by_text("2", exact=True).nth(1).wait_for()
    host.does("Принять", _SAID[0])
    host.does("На потом", _SAID[1])
    host.page.get_by_role("button", name="10 мин").click()
    host.page.mouse.move(900, 20)
    host.page.get_by_role("timer").wait_for()
    host.settle()
