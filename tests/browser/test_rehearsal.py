"""Five minutes with real deals: told, walked through, cured, on a desktop and on a phone, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens
from tests.browser.tab import Tab
from wizard.storage.project_file import load

pytestmark = pytest.mark.browser

MARKS = {
    "ru": {
        "skipped": "Пропустили",
        "stood": "Застряла",
        "missing": "Был ещё шаг",
        "fit": "1 из 3",
        "step": "Эскиз показан",
    },
    "en": {
        "skipped": "Skipped",
        "stood": "Got stuck",
        "missing": "Another step after",
        "fit": "1 of 3",
        "step": "Sketch shown",
    },
}


@pytest.mark.parametrize(("language", "width"), [("ru", 1280), ("en", 390)])
def test_deals_are_told_and_what_they_show_is_cured(opens: Opens, language: str, width: int) -> None:
    tab, words = opens(width=width, mixed=language == "en"), MARKS[language]
    _on_stages(tab, language)
    _tell(tab, "Кухня для Петровых")
    _mark(tab, "offer_reviewed", words["missing"])
    tab.type("deal.kukhnya_dlya_petrovykh.at.offer_reviewed.missing", words["step"])
    _tell(tab, "Шкаф")
    _mark(tab, "offer_reviewed", words["stood"])
    tab.type("deal.shkaf.at.offer_reviewed.stood", "21")
    _tell(tab, "Стол")
    said = tab.at("stages.rehearsal").locator(".v-gain")
    expect(said).to_contain_text(words["fit"])
    tab.is_sound()
    tab.click("finding.rehearsal.rehearsal-missing-stage.pipelines/first_sale/stages/offer_reviewed.fix")
    expect(said).to_contain_text(words["fit"].replace("1", "2", 1))
    tab.click("nav.next")
    tab.page.goto(f"{tab.address}/export{tab.page.url[tab.page.url.index('?') :]}")
    tab.at("export.experts").wait_for()
    tab.unfold("export.experts")
    kept = load(tab.download("export.project-yaml"))
    names = [stage.name for stage in kept.pipeline("first_sale").stages]
    assert names[names.index(words["step"]) - 1] == kept.pipeline("first_sale").stage("offer_reviewed").name
    assert [(deal.text, len(deal.gaps)) for deal in kept.rehearsal] == [
        ("Кухня для Петровых", 0),
        ("Шкаф", 1),
        ("Стол", 0),
    ]


def test_a_deal_is_walked_by_keyboard(opens: Opens) -> None:
    tab = opens()
    _on_stages(tab, "ru")
    tab.at("rehearsal.new").locator("input").focus()
    tab.page.keyboard.type("Шкаф")
    tab.page.keyboard.press("Enter")
    tab.at("told-deal").wait_for()
    tab.settle()
    _button(tab, "contact_made", MARKS["ru"]["skipped"]).focus()
    tab.page.keyboard.press("Space")
    tab.settle()
    expect(_button(tab, "contact_made", MARKS["ru"]["skipped"])).to_have_attribute("aria-pressed", "true")
    expect(tab.at("stages.rehearsal").locator(".v-gain")).to_contain_text("0 из 1")
    tab.is_sound()


def _on_stages(tab: Tab, language: str) -> None:
    tab.visit(language=language)
    tab.click("start.example")
    tab.at("hub.continue").wait_for()
    tab.follow("stages")
    tab.unfold("stages.rehearsal")


def _tell(tab: Tab, text: str) -> None:
    tab.type("rehearsal.new", text)
    expect(tab.at("told-deal").locator("input").first).to_have_value(text)


def _mark(tab: Tab, stage: str, words: str) -> None:
    _button(tab, stage, words).click()
    tab.settle()


def _button(tab: Tab, stage: str, words: str) -> Locator:
    group = tab.at("told-deal").locator(f'[class*="-at-{stage}-marks"]')
    return group.get_by_role("button", name=re.compile(f"^{words}$"))
