"""From Start to three files on the disk, in both languages."""

from __future__ import annotations

import html
import json

import pytest
from playwright.sync_api import expect

from exports.exporter import is_draft
from tests.browser.conftest import Opens
from tests.browser.tab import Tab
from wizard.amocrm.wire import document
from wizard.catalog import reader
from wizard.model.diagnosis import Account, AfterPayment, Diagnosis, FirstReply, Payment, Repeat, Sellers, Source, Team
from wizard.model.pipeline import Launch
from wizard.model.project import Company, Language, Project
from wizard.model.routes import Target
from wizard.storage.project_file import load

pytestmark = pytest.mark.browser

ANSWERS = Diagnosis(
    sources=(Source.SITE, Source.CALLS),
    main_source=Source.CALLS,
    first_reply=FirstReply.SELLER,
    payment=Payment.BEFORE,
    after_payment=AfterPayment.ANOTHER_PERSON,
    repeat=Repeat.YEARLY,
    team=(Team.NEITHER,),
    account=Account.EMPTY,
    sellers=Sellers.SOME,
)
WORDS = {
    "ru": {"company": "Мебель & точка", "stage": "Контакт подтверждён", "question": "Какой этаж?"},
    "en": {"company": "Oak & Ash", "stage": "Contact confirmed", "question": "Which floor?"},
}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_from_start_to_three_files(opens: Opens, language: str) -> None:
    tab, words = opens(), WORDS[language]
    tab.visit(language=language)
    _diagnosis(tab, words["company"], language)
    _goals(tab)
    _stages(tab, words["stage"])
    _key_stage_and_shape(tab, language)
    _qualification(tab, words["question"])
    _losses(tab)
    assert tab.page.evaluate("document.documentElement.lang") == language
    tab.click("nav.next")  # the other funnels
    tab.click("nav.next")  # review
    tab.is_sound()
    tab.unfold("export.experts")
    project = load(tab.download("export.project-yaml"))
    _is_what_was_entered(project, words, language)
    wire = json.loads(tab.download("export.amocrm-json"))
    assert wire == document(project, project.launched(), draft=is_draft(project))
    assert wire["format"] == "voronka/amocrm/1"
    assert [p["name"] for p in wire["pipelines"]] == [p.name for p in project.launched()]
    assert words["stage"] in [s["name"] for p in wire["pipelines"] for s in p["_embedded"]["statuses"]]
    page = tab.download("export.checklist-html").decode()
    for name in (words["company"], words["stage"], *(p.name for p in project.launched())):
        assert html.escape(name) in page
    tab.is_sound()


def _diagnosis(tab: Tab, company: str, language: str) -> None:
    name = reader.industry("furniture").name
    tab.click("go.goals")
    tab.type("company.name", company)
    tab.pick("company.industry", name.ru if language == "ru" else name.en)
    tab.click("diagnosis.next")
    tab.segment("diagnosis.sources", 0)
    tab.segment("diagnosis.sources", 1)
    tab.segment("diagnosis.main", 1)
    tab.click("diagnosis.next")
    for question in ("first_reply", "payment", "after_payment", "repeat"):
        tab.click(f"diagnosis.{question}.{getattr(ANSWERS, question)}")
    tab.segment("diagnosis.team", 2)
    tab.click("diagnosis.next")
    tab.click("diagnosis.account.empty")
    tab.click("diagnosis.sellers.some")
    tab.click("advice.create")


def _goals(tab: Tab) -> None:
    tab.segment("goals.repeat_sales.launch", 0)
    tab.click("nav.next")


def _stages(tab: Tab, name: str) -> None:
    tab.click("board.first_sale.contact_made")
    tab.type("stage.first_sale.contact_made.name", name)
    tab.click("board.first_sale.offer_reviewed")
    tab.click("stage.move1")
    tab.click("nav.next")


def _key_stage_and_shape(tab: Tab, language: str) -> None:
    tab.at("key.first_sale").locator("input").first.click()
    tab.page.get_by_role("option").nth(2).click()
    tab.settle()
    tab.click("nav.next")
    tab.type("shape.first_sale.entries", "120")
    tab.type("shape.first_sale.wins", "9")
    expect(tab.page.locator(".v-num").first).to_contain_text("7,5" if language == "ru" else "7.5")
    tab.click("nav.next")


def _qualification(tab: Tab, question: str) -> None:
    tab.unfold("question.add_menu")
    tab.type("question.new", question)
    tab.click("question.add")
    tab.page.keyboard.press("Escape")
    tab.click("nav.next")


def _losses(tab: Tab) -> None:
    tab.click("reason.row.price_too_high")
    where = "loss.first_sale.price_too_high.route.where"
    tab.at(where).locator("input").first.click()
    # Funnels come first in the list, then the other ends: head, archive, stop list, reserve, end.
    tab.page.get_by_role("option").nth(-3).click()
    tab.settle()
    tab.click("nav.next")


def _is_what_was_entered(project: Project, words: dict[str, str], language: str) -> None:
    currency = "RUB" if language == "ru" else "USD"
    expected = Company(name=words["company"], industry="furniture", language=Language(language), currency=currency)
    assert (project.company, project.diagnosis) == (expected, ANSWERS)
    assert project.pipeline("repeat_sales").launch is Launch.NOW
    sale = project.pipeline("first_sale")
    assert sale.stage("contact_made").name == words["stage"]
    assert [s.id for s in sale.stages][-2:] == ["terms_agreed", "offer_reviewed"]
    assert sale.key_stage == sale.stages[2].id
    assert (sale.entries, sale.wins) == (120, 9)
    assert sale.questions[-1].text == words["question"]
    [use] = [use for use in sale.losses if use.reason == "price_too_high"]
    assert use.route is not None
    assert use.route.target is Target.STOP_LIST
    assert len(project.ready) == 6
