"""«Check my funnels» in a real browser: pasted, judged, cured, on a laptop and on a phone."""

from __future__ import annotations

import pytest

from tests.audit.bodies import dumped, stock
from tests.browser.conftest import Opens
from tests.browser.tab import Tab
from wizard.storage.project_file import load

pytestmark = pytest.mark.browser

STOCK = "Первичный контакт > Отправили > Переговоры > Принимают решение"


def _page(tab: Tab, language: str = "ru") -> None:
    tab.visit(language=language)
    tab.click("go.audit")
    tab.at("audit.check").wait_for()
    tab.settle()
    tab.is_sound()


@pytest.mark.parametrize("width", [1280, 390])
def test_from_a_pasted_list_to_rebuilt_funnels(opens: Opens, width: int) -> None:
    tab = opens(width=width)
    _page(tab)
    box = tab.at("audit.text").locator("textarea")
    box.fill(f"Продажи: {STOCK} > Отложено")
    box.press("Control+Enter")
    tab.settle()
    tab.click("audit.check")
    tab.at("audit.rebuild").wait_for()
    tab.settle()
    tab.is_sound()
    tab.pick("audit.move.own_prodazhi.otpravili.first_sale", "Контакт установлен")
    assert b"<!doctype html>" in tab.download("audit.download")
    tab.click("audit.rebuild")
    tab.at("hub.continue").wait_for()
    tab.settle()
    tab.is_sound()
    tab.follow("export")
    tab.unfold("export.experts")
    project = load(tab.download("export.project-yaml"))
    assert [(move.from_stage, move.stage) for move in project.moves] == [
        ("Первичный контакт", "contact_made"),
        ("Отправили", "contact_made"),
        ("Переговоры", "offer_reviewed"),
        ("Принимают решение", "offer_reviewed"),
        ("Отложено", None),
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_an_account_s_answer_is_uploaded_and_opened_under_better_names(opens: Opens, width: int) -> None:
    tab = opens(width=width, mixed=True)
    _page(tab, "en")
    tab.at("audit.file").locator("input[type=file]").set_input_files(
        {"name": "pipelines.json", "mimeType": "application/json", "buffer": dumped(stock())}
    )
    tab.at("audit.check_file").wait_for()
    tab.click("audit.check_file")
    tab.at("audit.rename").wait_for()
    tab.settle()
    tab.is_sound()
    tab.click("audit.rename")
    tab.at("hub.continue").wait_for()
    tab.settle()
    tab.is_sound()
    tab.follow("export")
    tab.unfold("export.experts")
    project = load(tab.download("export.project-yaml"))
    assert project.pipelines[0].stages[0].name == "Контакт установлен"
    assert {binding.remote for binding in project.bindings} == {"31", "100", "101", "102", "103"}


def test_back_leads_to_start_and_the_report_waits(opens: Opens) -> None:
    tab = opens()
    _page(tab)
    tab.click("audit.example")
    tab.at("audit.rebuild").wait_for()
    tab.page.go_back()
    tab.at("start.example").wait_for()
    tab.settle()
    tab.click("go.audit")
    tab.at("audit.rebuild").wait_for()
    tab.is_sound()
