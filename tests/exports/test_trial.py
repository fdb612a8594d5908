"""The two test deals expect what the project's own routes, dates and sources make happen."""

from __future__ import annotations

from typing import Any

from exports.checklist.people import people_rows
from exports.checklist.sheet import Sheet
from exports.checklist.trial import Trial, trials
from tests.samples import russian
from wizard.amocrm.manual import lines
from wizard.amocrm.wire import document
from wizard.i18n.translator import translator
from wizard.model.losses import LossUse
from wizard.model.pipeline import GoalType
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target
from wizard.model.terms import DateRule, Term

WARMING = Route(target=Target.PIPELINE, to=Destination(pipeline="refusal_warming", stage="refusal_analysed"))


def _sheet(project: Project) -> Sheet:
    body = document(project, project.pipelines, draft=False)
    return Sheet(project, project.pipelines, body, lines(project, project.pipelines), translator("ru"))


def _trials(**changes: Any) -> list[Trial]:
    project = russian().with_pipeline(russian().pipeline("first_sale").changed(**changes))
    return list(trials(_sheet(project)))


def _won(**changes: Any) -> Trial:
    return next(t for t in _trials(**changes) if t[0].startswith("Закрыть сделку А") and "пустыми" not in t[0])


def test_a_won_deal_opens_the_next_one_at_once() -> None:
    assert _won()[1] == "в воронке «Исполнение и сопровождение» есть сделка с тем же контактом"


def test_a_won_deal_that_waits_for_a_date_has_the_date_and_a_task() -> None:
    action, expected = _won(won_route=WARMING.changed(opens=DateRule(field="handover_date", shift=-7)))
    assert "открыть следующую" not in action
    assert expected == (
        "заполнено поле «Дата сдачи», на контакте есть задача за 7 дней до даты «Дата сдачи»; новой сделки пока нет"
    )


def test_a_won_deal_that_waits_for_days_has_the_return_date() -> None:
    expected = "заполнено поле «Дата возврата», на контакте есть задача через 90 дней; новой сделки пока нет"
    assert _won(won_route=WARMING.changed(opens=DateRule(days=90)))[1] == expected


def test_a_refusal_by_days_is_found_by_the_filter_too() -> None:
    uses = (LossUse(reason="price_too_high", route=WARMING.changed(opens=DateRule(days=30))),)
    found = _trials(losses=uses)
    action = (
        "Закрыть сделку Б с причиной «Дороже, чем готов платить»; в «Дата возврата» вместо «сегодня + 30 дней» "
        "поставить завтра"
    )
    assert (action, "заполнено поле «Дата возврата», на контакте есть задача с ответственным") in found
    assert ("Открыть фильтр «Вернуть на этой неделе»", "сделка Б в списке") in found


def test_a_refusal_by_another_date_is_not_looked_for_in_the_filter() -> None:
    uses = (LossUse(reason="price_too_high", route=WARMING.changed(opens=DateRule(field="handover_date"))),)
    assert not [action for action, _ in _trials(losses=uses) if "Открыть фильтр" in action]


def test_a_deadline_is_looked_at_on_its_day() -> None:
    stages = russian().pipeline("first_sale").stages
    waiting = tuple(s.changed(term=Term(until_field="handover_date")) if s.id == "key_scheduled" else s for s in stages)
    assert ("Посмотреть задачи сделки А ещё раз", "есть задача «Напомнить» за день до даты") in _trials()
    expected = ("Посмотреть задачи сделки А ещё раз", "есть задача «Проверить» на утро этого дня")
    assert expected in _trials(stages=waiting)


def test_requests_are_expected_from_the_sources_of_the_tried_funnel_alone() -> None:
    project = russian()
    other = project.pipeline("customer_support").changed(sources=("Почта завода",), goal_type=None)
    first = next(trials(_sheet(project.with_pipeline(other))))
    assert first[0] == "Оставить заявку с каждого источника: «Сайт», «Телефон магазина»"


def test_where_only_a_base_feeds_the_funnel_a_deal_is_created() -> None:
    found = _trials(unsorted=False, goal_type=GoalType.REPEAT_PAYMENT, sources=("База покупателей",))
    assert found[0][0] == "Создать тестовую сделку на первом этапе"


def test_the_head_saves_a_filter_for_what_comes_back_and_one_for_comments() -> None:
    sheet = _sheet(russian())
    assert [row.do for row in people_rows(sheet)][-2:] == [
        "Сохранить фильтр: закрытые сделки, дата возврата в ближайшие 7 дней",
        "Сохранить фильтр руководителя: закрыты вчера, причина: «Другое»",
    ]


def test_bases_are_a_row_of_their_own() -> None:
    project = russian()
    base = project.pipeline("refusal_warming").changed(
        sources=("База прошлых отказов",), goal_type=GoalType.RETURN_REFUSED
    )
    rows = {row.do: row for row in people_rows(_sheet(project.with_pipeline(base)))}
    assert "База прошлых отказов → «Прогрев отказов»" in rows["Завести сделки из баз"].copy.lines
    assert rows["Привязать источники заявок"].minutes == 6
