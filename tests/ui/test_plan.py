"""The plan on the page: what is proposed, what a choice changes, and why it cannot be carried out."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.entry import Entry, planning
from tests.ui.kept import Tab
from tests.ui.test_pages import LIKE_KEY
from wizard.amocrm.plan import Choices, Plan
from wizard.amocrm.sandbox import Contents, Fault, Kind, Variant
from wizard.model.history import History
from wizard.model.pipeline import Launch
from wizard.storage.drafts import kept

BUSY = Variant(contents=Contents.BUSY)
SALE = "plan.first_sale.where"


def plan_of(app: Entry) -> Plan:
    seen = app.session.entering.seen
    assert seen
    return app.session.entering.plan(app.project, seen)


def stock_of(app: Entry) -> int:
    return app.account.sandbox.account.pipelines[0].id


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_word_of_the_plan_is_written(language: str) -> None:
    app = planning(variant=BUSY, language=language)
    app.unfold()
    assert [word for word in app.words() if LIKE_KEY.search(word)] == []


def test_without_an_account_the_page_leads_to_one() -> None:
    app = Entry(projects.typical())
    app.visit("plan")
    assert app.has("connect.practise")
    assert not app.has("plan.enter")
    app.click("go.connect")
    assert app.has("connect.submit")


def test_the_stock_pipeline_is_proposed_and_nothing_is_written() -> None:
    app = planning()
    assert app.widget(SALE).value == str(stock_of(app))
    assert app.widget("plan.customer_support.where").value == "new"
    assert app.widget("plan.first_sale.request_received.from").value != "new"
    assert not app.widget("plan.enter").disabled
    assert app.account.writes == 0
    assert app.project == projects.typical()


def test_a_new_pipeline_instead_leaves_the_stock_one_alone() -> None:
    app = planning()
    app.put(SALE, "new")
    assert [(c.pipeline, c.remote) for c in plan_of(app).choices.pipelines] == [
        ("first_sale", None),
        ("refusal_warming", None),
        ("customer_support", None),
    ]
    assert plan_of(app).summary.only_in_account == 1


def test_a_stage_is_picked_by_hand_and_the_one_that_had_it_becomes_new() -> None:
    app = planning()
    first = str(app.account.sandbox.account.pipelines[0].own[0].id)
    app.put("plan.first_sale.contact_made.from", first)
    assert app.widget("plan.first_sale.contact_made.from").value == first
    assert app.widget("plan.first_sale.request_received.from").value == "new"


def test_those_for_later_come_along_only_when_asked() -> None:
    app = planning()
    assert not app.has("plan.repeat_sales.where")
    app.put("plan.everything", value=True)
    assert app.has("plan.repeat_sales.where")
    assert plan_of(app).choices.everything


def test_the_main_pipeline_is_changed_on_purpose_with_its_warning() -> None:
    app = planning(variant=BUSY)
    app.put(SALE, "new")
    assert not app.at.warning
    app.put("plan.main", value=True)
    assert "телефония" in app.at.warning[0].value
    assert plan_of(app).choices.main


def test_what_amocrm_refuses_is_shown_with_its_cure_and_the_button_is_off() -> None:
    sale = projects.typical().pipeline("first_sale")
    blank = sale.changed(stages=(sale.stages[0].changed(name=" "), *sale.stages[1:]))
    app = planning(projects.typical().with_pipeline(blank))
    assert app.widget("plan.enter").disabled
    assert app.said("Сначала исправьте")
    app.click("plan.cure.stages.first_sale")
    assert app.session.chosen == {"pipeline": "first_sale"}
    assert app.keys("board.first_sale.")


def test_a_limit_of_the_account_is_said_with_the_way_to_its_cure() -> None:
    app = planning(variant=Variant(contents=Contents.NEARLY_FULL))
    assert plan_of(app).problems
    assert app.widget("plan.enter").disabled
    assert app.has("plan.cure.others")


def test_nothing_launched_is_said() -> None:
    later = tuple(p.changed(launch=Launch.LATER) for p in projects.typical().pipelines)
    app = planning(projects.typical().changed(pipelines=later, main_pipeline=None))
    assert app.said("не запускается ни одна")
    assert not app.has("plan.enter")
    app.put("plan.everything", value=True)
    assert app.has("plan.enter")


def test_a_key_of_somebody_else_than_an_administrator_may_only_look() -> None:
    app = planning(variant=Variant(admin=False))
    assert app.widget("plan.enter").disabled
    assert app.said("не администратор")


def test_a_link_that_only_shows_may_only_look() -> None:
    draft = kept().create(History(projects.typical())).draft
    tab = Tab(kept(), draft.view_token)
    tab.visit("plan")
    tab.click("connect.practise")
    assert tab.widget("plan.enter").disabled
    assert tab.widget("plan.download")


def test_an_account_that_does_not_answer_is_asked_again_by_a_click() -> None:
    app = planning(faults=(Fault(4, Kind.UNPAID),))
    assert "Подписка" in app.at.error[0].value
    assert not app.has("plan.enter")
    app.click("account.retry")
    assert not app.at.error
    assert app.has("plan.enter")


def test_the_plan_can_be_taken_along_under_its_checksum() -> None:
    app = planning()
    data = app.at.get_by_key("plan.download")
    assert data.proto.label == "Скачать план"
    assert app.said(plan_of(app).checksum[:12])


def test_looking_again_sees_what_changed_meanwhile() -> None:
    app = planning()
    assert plan_of(app).choices.pipelines[0].remote == stock_of(app)
    app.session.entering.choices = Choices(everything=True)
    app.click("account.again")
    assert plan_of(app).choices.everything
