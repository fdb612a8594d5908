"""An entry on the page: carried out by a click, gone on with after any stop, told when it is over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import update

from tests.amocrm.practice import writes_left
from tests.ui import projects
from tests.ui.entry import STOCK, Entry, connected, planning
from tests.ui.kept import Tab
from tests.ui.test_pages import LIKE_KEY
from tests.ui.test_plan import plan_of
from wizard.amocrm.apply import Snapshot
from wizard.amocrm.plan import Choices, dump
from wizard.amocrm.sandbox import Contents, Fault, Kind, LossReasons, Sandbox, SystemStages, Variant
from wizard.entry import runs
from wizard.model.history import History
from wizard.storage.drafts import kept
from wizard.storage.run import Wanted
from wizard.storage.runs import Runs as KeptRuns
from wizard.storage.tables import RUN
from wizard.ui.connecting import whose

# The plan takes seven questions; the run asks as many before it writes.
MIDDLE = 20


def entering(variant: Variant = STOCK, *, faults: tuple[Fault, ...] = ()) -> Entry:
    """A tab whose plan was just started, on the page of the entry, after the worker did what it could."""
    app = planning(variant=variant, faults=faults)
    app.click("plan.enter")
    app.visit("enter")
    app.wait()
    return app


@pytest.mark.parametrize("language", ["ru", "en"])
def test_by_clicks_from_the_practice_account_to_nothing_left_to_change(language: str) -> None:
    app = Entry({"ru": projects.typical, "en": projects.english}[language](), language=language)
    app.visit("plan")
    app.click("connect.practise")
    app.click("plan.enter")
    app.visit("enter")
    app.wait()
    assert app.has("enter.plan")
    app.unfold()
    assert [word for word in app.words() if LIKE_KEY.search(word)] == []
    app.click("enter.plan")
    app.visit("plan")
    assert writes_left(plan_of(app)) == []
    assert [success.value for success in app.at.success] == [
        {
            "ru": "Изменений нет: в аккаунте уже всё так, как в проекте.",
            "en": "No changes: the account is as the project says already.",
        }[language]
    ]
    assert not app.has("plan.enter")


def test_the_project_learns_what_it_has_become_once_and_as_an_edit() -> None:
    app = entering()
    stock = app.account.sandbox.account.pipelines[0].id
    bound = {binding.local: binding.remote for binding in app.project.bindings}
    assert bound["pipelines/first_sale"] == str(stock)
    assert app.project.changed(bindings=()) == projects.typical()
    app.click("undo")
    assert app.project == projects.typical()


def test_what_was_only_tried_and_worked_is_told_as_done() -> None:
    app = entering()
    app.unfold()
    assert app.said("название итога «Первичная продажа / Предоплата получена»")
    assert not app.said("Попробуем переименовать")


def test_a_picture_of_the_account_before_can_be_downloaded() -> None:
    app = entering()
    before = Snapshot.model_validate_json(runs().snapshot(whose(app.session)) or b"").before
    assert [pipeline.name for pipeline in before.pipelines] == ["Воронка"]
    assert app.widget("enter.snapshot")


@pytest.mark.parametrize("kind", [Kind.UNAUTHORIZED, Kind.UNPAID, Kind.BLOCKED, Kind.SERVER_ERROR])
def test_a_run_that_stopped_says_why_and_goes_on_without_doing_anything_twice(kind: Kind) -> None:
    app = entering(faults=(Fault(MIDDLE, kind, times=9),))
    assert app.at.error
    assert app.said("Внесённое второй раз не вносится")
    app.account.clock.now += 3600
    app.account.sandbox = Sandbox(STOCK, account=app.account.sandbox.account, clock=app.account.clock)
    app.click("enter.continue")
    app.wait()
    assert app.has("enter.plan")
    assert writes_left(app.account.plan(app.project, Choices())) == []
    names = [pipeline.name for pipeline in app.account.sandbox.account.pipelines]
    assert names == ["Первичная продажа", "Прогрев отказов", "Исполнение и сопровождение"]


@pytest.mark.parametrize("kind", [Kind.TIMEOUT, Kind.DROPPED, Kind.GATEWAY_TIMEOUT, Kind.TOO_MANY])
def test_a_lost_answer_is_looked_up_and_nothing_is_there_twice(kind: Kind) -> None:
    app = entering(faults=(Fault(MIDDLE, kind, applied=kind is not Kind.TOO_MANY),))
    assert app.at.success
    names = [pipeline.name for pipeline in app.account.sandbox.account.pipelines]
    assert names == ["Первичная продажа", "Прогрев отказов", "Исполнение и сопровождение"]


def test_without_the_key_it_is_asked_for_again_and_no_other_account_will_do() -> None:
    app = entering(faults=(Fault(MIDDLE, Kind.UNAUTHORIZED),))
    here = app.account
    app.session.entering.disconnect()
    app.run()
    assert not app.has("enter.continue")
    assert app.has("go.connect")
    app.session.entering.connect(connected(here))
    app.run()
    assert app.has("enter.continue")


def test_a_key_that_was_revoked_is_replaced_and_the_entry_goes_on() -> None:
    app = entering(faults=(Fault(MIDDLE, Kind.UNAUTHORIZED),))
    here = app.account
    assert [app.widget(f"enter.{way}").proto.type for way in ("another_key", "continue")] == ["primary", "secondary"]
    app.click("enter.another_key")
    assert (app.session.page, app.session.entering.connected) == ("connect", None)
    app.session.entering.asked = lambda: connected(here)
    app.visit("connect")
    app.click("go.enter")
    app.visit("enter")
    app.click("enter.continue")
    app.wait()
    assert app.at.success
    app.visit("connect")
    assert not app.has("go.enter")


def test_an_account_that_was_changed_meanwhile_leads_back_to_the_plan() -> None:
    app = planning()
    account = app.account.sandbox.account
    [stock] = account.pipelines
    app.account.sandbox.account = account.with_pipeline(replace(stock, name="Продажи"))
    app.click("plan.enter")
    app.visit("enter")
    app.wait()
    assert app.said("аккаунт изменился")
    assert not app.has("enter.continue")
    app.click("enter.plan")
    app.visit("plan")
    assert app.said("Продажи")


def test_what_the_account_refuses_is_told_in_its_words_and_left_to_people() -> None:
    app = entering(Variant(loss_reasons=LossReasons.READ_ONLY, system_stages=SystemStages.REFUSED))
    [error] = app.at.error
    assert error.value.startswith("amoCRM не приняла 17 изменений")
    assert "Программе" in error.value
    assert app.has("enter.plan")


def test_nothing_entered_yet_leads_to_the_plan() -> None:
    app = Entry(projects.typical())
    app.visit("enter")
    assert app.said("пока ничего не вносили")
    assert app.has("enter.plan")


def test_a_link_that_only_shows_sees_what_came_of_it_and_starts_nothing() -> None:
    draft = kept().create(History(projects.typical())).draft
    owner = Tab(kept(), draft.token)
    owner.visit("plan")
    owner.click("connect.practise")
    owner.click("plan.enter")
    runs().wait()
    reader = Tab(kept(), draft.view_token)
    reader.visit("enter")
    assert reader.has("enter.plan")
    assert reader.project.bindings == ()
    owner.visit("enter")
    assert owner.project.bindings
    assert kept().opened(draft.token).project == owner.project


def test_the_list_of_steps_tells_how_the_entry_stands() -> None:
    draft = kept().create(History(projects.typical())).draft
    owner = Tab(kept(), draft.token)
    assert not [badge for badge in owner.words() if "внесено" in badge]
    assert not owner.has("hub.now")
    owner.visit("plan")
    owner.click("connect.practise")
    owner.click("plan.enter")
    runs().wait()
    for token in (draft.token, draft.view_token):
        hub = Tab(kept(), token)
        assert ":green-badge[:material/check_circle: внесено]" in hub.words()
        assert hub.widget("hub.now").label == hub.session.tr("page.verify")


def test_what_is_not_needed_goes_only_when_chosen_and_confirmed_with_its_deals_counted() -> None:
    app = planning()
    [stock] = app.account.sandbox.account.pipelines
    first, deals = stock.own[0], app.account.sandbox.account.leads
    there = sum(deal.stage == first.id for deal in deals)
    assert there
    app.put("plan.first_sale.request_received.from", "new")
    app.put(f"plan.remove.{first.id}", value=True)
    app.put(f"plan.remove.{first.id}.to", "first_sale/contact_made")
    assert app.said(f"Сейчас там {there} сдел")
    assert app.said("**Первичная продажа** \u00b7 :red[убрать 1] \u00b7 :green[создать 4]")
    assert app.said('<li class="v-remove"><span class="v-mark" role="img" aria-label="убрать"')
    assert app.widget("plan.enter").disabled
    app.widget("plan.removing").check()
    app.run()
    app.click("plan.enter")
    app.visit("enter")
    app.wait()
    [pipeline, *_] = app.account.sandbox.account.pipelines
    assert first.id not in [stage.id for stage in pipeline.own]
    contact = next(stage.id for stage in pipeline.own if stage.name == "Контакт установлен")
    moved = [deal for deal in app.account.sandbox.account.leads if deal.stage == contact]
    assert len(moved) >= there
    assert len(app.account.sandbox.account.leads) == len(deals)


def test_a_whole_pipeline_goes_the_same_way() -> None:
    app = planning(variant=Variant(contents=Contents.BUSY))
    other = next(p for p in app.account.sandbox.account.pipelines if not p.main and not p.archived)
    app.put(f"plan.remove.{other.id}", value=True)
    app.widget("plan.removing").check()
    app.run()
    app.click("plan.enter")
    app.visit("enter")
    app.wait()
    assert app.account.sandbox.account.pipeline(other.id) is None
    app.unfold()
    assert app.said(":material/block: Убранные воронки не вернутся")


def test_a_run_of_another_process_is_followed_and_taken_over_once_that_process_is_gone() -> None:
    app = planning()
    plan, draft = plan_of(app), kept().create(History(projects.typical())).draft
    wanted = Wanted(plan.checksum, dump(plan), "uchebnyi.amocrm.ru", "Учебный аккаунт")
    KeptRuns(kept().database).claim(draft, wanted, "another process")
    tab = Tab(kept(), draft.token)
    tab.session.entering.connect(connected(app.account))
    tab.visit("plan")
    assert "как раз вносится" in tab.at.info[0].value
    tab.click("go.enter")
    tab.visit("enter")
    assert any("Вкладку можно закрыть" in word for word in tab.words())
    assert not tab.has("enter.continue")
    with kept().database.writing() as connection:
        connection.execute(update(RUN).values(alive_at=dt.datetime(2026, 1, 1)))  # noqa: DTZ001 - as it is kept
    tab.run()
    assert "прервалось" in tab.at.warning[0].value
    tab.click("enter.continue")
    runs().wait()
    tab.run()
    assert tab.at.success
    assert tab.project.bindings
