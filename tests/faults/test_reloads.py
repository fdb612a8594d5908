"""A reload after each kind of edit: the project goes on as it was, and the next edit changes nothing but its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.serving import Server
from tests.faults import hands
from tests.faults.conftest import Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab
from wizard.model.changes import Changed, changes
from wizard.model.diagnosis import Diagnosis, FirstReply, Payment, Source
from wizard.model.project import Company, Language
from wizard.storage.draft import Opened
from wizard.storage.project_file import load

pytestmark = pytest.mark.browser


@pytest.fixture
def place(shared: Place) -> Place:
    return shared


SALE = "Первичная продажа"
SECOND = "Контакт установлен"
STAGE = f"stage.first_sale.{hands.STAGE}"
PATH = f"pipelines/first_sale/stages/{hands.STAGE}/name"
Edit = tuple[str, Callable[[Tab], None], tuple[Changed, ...]]


def _add_stage(tab: Tab) -> None:
    tab.unfold("stage.add_menu")
    tab.type("stage.new", "Адрес записан")
    tab.click("stage.add")


def _delete_second_stage(tab: Tab) -> None:
    tab.click("board.first_sale.contact_made")
    tab.click("stage.delete")


def _keep_finding(tab: Tab) -> None:
    tab.unfold(f"finding.stage.stage-waits.{PATH}.keep")
    tab.click(f"finding.stage.stage-waits.{PATH}.keep.our_way")


def _launch_now(tab: Tab) -> None:
    tab.segment("goals.repeat_sales.launch", 0)


def _name_company(tab: Tab) -> None:
    tab.unfold("goals.company")
    tab.type("company.rename", "Мебель и угол")


def _add_funnel(tab: Tab) -> None:
    tab.unfold("goals.add")
    tab.type("goals.empty", "Своя воронка")
    tab.click("goals.add_empty")


def _choose_key_stage(tab: Tab) -> None:
    tab.at("key.first_sale").locator("input").first.click()
    tab.page.get_by_role("option").nth(1).click()
    tab.settle()


def _add_question(tab: Tab) -> None:
    tab.unfold("question.add_menu")
    tab.type("question.new", "Какой этаж?")
    tab.click("question.add")


def _send_to_stop_list(tab: Tab) -> None:
    tab.click("reason.row.price_too_high")
    tab.at("loss.first_sale.price_too_high.route.where").locator("input").first.click()
    tab.page.get_by_role("option").nth(-3).click()
    tab.settle()


def _add_reason(tab: Tab) -> None:
    tab.unfold("reason.add_menu")
    tab.type("reason.new", "Нет дома")
    tab.click("reason.add")


def _click(key: str) -> Callable[[Tab], None]:
    return lambda tab: tab.click(key)


def _type(key: str, text: str) -> Callable[[Tab], None]:
    return lambda tab: tab.type(key, text)


def _changed(what: str, *names: str) -> Changed:
    return Changed(what, (SALE, *names))


REMOVED = (_changed("stage_removed", SECOND), _changed("stage_changed", "Заявка получена"), _changed("questions"))
BACK = (_changed("stage_added", SECOND), *REMOVED[1:])

# The page, what is done there, and all that differs afterwards.
EDITS: dict[str, Edit] = {
    "a name": ("stages", _type(hands.NAME, "Думает"), (_changed("stage_renamed", "Заявка получена", "Думает"),)),
    "a finding is kept": ("stages", _keep_finding, (Changed("kept"),)),
    "a bare name": ("stages", _type(hands.NAME, "Заявка"), (_changed("stage_renamed", "Думает", "Заявка"),)),
    "a finding is cured": (
        "stages",
        _click(f"finding.stage.stage-bare-noun.{PATH}.fix"),
        (_changed("stage_renamed", "Заявка", "Заявка получена"),),
    ),
    "a fact": ("stages", _type(f"{STAGE}.proof", "Ответ записан"), (_changed("stage_changed", SECOND),)),
    "a step": ("stages", _type(f"{STAGE}.step", "Позвонить"), (_changed("stage_changed", "Заявка получена"),)),
    "a limit": ("stages", _type(f"{STAGE}.term.amount", "7"), (_changed("stage_changed", "Заявка получена"),)),
    "a stage is added": ("stages", _add_stage, (_changed("stage_added", "Адрес записан"),)),
    "a stage is moved": ("stages", _click("stage.move1"), (_changed("stages_moved"),)),
    "a stage is deleted": ("stages", _delete_second_stage, REMOVED),
    "undo": ("stages", _click("undo"), BACK),
    "redo": ("stages", _click("redo"), REMOVED),
    "a launch": ("goals", _launch_now, (Changed("launch", ("Повторные продажи",)),)),
    # Hints of the first stage greet clients in its name.
    "the company's name": (
        "goals",
        _name_company,
        (Changed("company"), _changed("stage_changed", "Заявка получена")),
    ),
    "a funnel is added": ("goals", _add_funnel, (Changed("funnel_added", ("Своя воронка",)),)),
    "the key stage": ("key_stage", _choose_key_stage, (_changed("key_stage"),)),
    "a number": ("shape", _type("shape.first_sale.entries", "120"), (_changed("numbers"),)),
    "a question": (
        "qualification",
        _add_question,
        (_changed("questions"), Changed("field_added", ("Какой этаж?",))),
    ),
    "an answer": (
        "qualification",
        _type("answer.first_sale.task.kitchen.name", "Кухня целиком"),
        (Changed("field_changed", ("Задача клиента",)),),
    ),
    "a route": ("losses", _send_to_stop_list, (_changed("losses"),)),
    "a cause": ("losses", _add_reason, (_changed("losses"), Changed("reason_added", ("Нет дома",)))),
}


def _saved(tab: Tab, place: Place, before: Opened) -> Opened:
    """What is kept once it is another version."""
    tab.until(lambda: place.opened(before.token).draft.version > before.draft.version, "a save")
    return place.opened(before.token)


def test_after_every_edit(opens: Opens, place: Place, server: Server, subtests: pytest.Subtests) -> None:
    token = place.begin()
    tab, at = opens(server.address), ""
    for name, (page, edit, expected) in EDITS.items():
        with subtests.test(name):
            if page != at:
                hands.open_link(tab, token, page=page)
                at = page
            before = place.opened(token)
            edit(tab)
            kept = _saved(tab, place, before)
            assert changes(before.project, kept.project) == expected
            hands.reload(tab)
            assert place.opened(token) == kept
    hands.open_link(tab, token, page="")
    assert load(tab.download("hub.save")) == place.project(token)


def test_after_every_answer_before_there_is_a_funnel(opens: Opens, place: Place, server: Server) -> None:
    """The page goes on with the next question and what was answered is kept."""
    tab = opens(server.address)
    tab.visit()
    tab.click("go.goals")
    tab.type("company.name", "Дом")
    tab.click("diagnosis.next")
    tab.until(lambda: bool(hands.token_of(tab)), "the link in the address")
    token = hands.token_of(tab)
    hands.reload(tab)
    tab.segment("diagnosis.sources", 0)
    _answers(tab, place, token, click="diagnosis.next", question=2)
    _answers(tab, place, token, click="diagnosis.first_reply.seller", question=3)
    _answers(tab, place, token, click="diagnosis.payment.before", question=4)
    assert tab.at("diagnosis.after_payment.another_person").count() == 1
    kept = place.opened(token).place
    given = Diagnosis(sources=(Source.SITE,), first_reply=FirstReply.SELLER, payment=Payment.BEFORE)
    company = Company(name="Дом", industry="general", language=Language.RU)
    assert (kept.asking, kept.question, kept.company, kept.answers) == (True, 4, company, given)


def _answers(tab: Tab, place: Place, token: str, *, click: str, question: int) -> None:
    tab.click(click)
    tab.until(lambda: place.opened(token).place.question == question, "the answer kept")
    hands.reload(tab)
