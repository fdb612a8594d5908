"""Lines for people: dates that bring clients back, bases, tasks, comments, the archive."""

from __future__ import annotations

from typing import Any

import pytest

from tests.samples import russian
from wizard.amocrm import desired
from wizard.amocrm.lines import Line
from wizard.amocrm.manual import lines
from wizard.amocrm.wire import document
from wizard.catalog.start import start
from wizard.model.diagnosis import Diagnosis, Payment
from wizard.model.fields import FieldType
from wizard.model.losses import LossUse
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.project import Company, Project
from wizard.model.routes import Destination, Route, Target, TransferMode
from wizard.model.terms import DateRule

IN_DAYS = Route(
    target=Target.PIPELINE,
    to=Destination(pipeline="refusal_warming", stage="refusal_analysed"),
    opens=DateRule(days=30),
)
REPEAT = Route(
    target=Target.PIPELINE, to=Destination(pipeline="refusal_warming"), opens=DateRule(field="handover_date")
)


def _of(project: Project, kind: str) -> list[Line]:
    return [line for line in lines(project, project.pipelines) if line.kind == kind]


def _sale(**changes: Any) -> Project:
    return russian().with_pipeline(russian().pipeline("first_sale").changed(**changes))


def _without(project: Project, field: str) -> Project:
    return project.changed(fields=tuple(f for f in project.fields if f.id != field))


def _only_by_days() -> Project:
    """The sample with one reason, whose route counts days."""
    return _sale(losses=(LossUse(reason="price_too_high", route=IN_DAYS),))


def test_a_route_in_days_fills_the_return_date_and_sets_a_task() -> None:
    assert [line.text for line in _of(_only_by_days(), "route_on_date")] == [
        (
            "Воронка «Первичная продажа», после отказа с причиной «Дороже, чем готов платить»: до закрытия запишите в "
            "«Дата возврата» сегодня + 30 дней и поставьте на контакт задачу на эту дату: открыть новую сделку "
            "(воронка «Прогрев отказов», этап «Отказ разобран»)."
        )
    ]


def test_without_a_return_date_there_is_the_task_alone() -> None:
    (line,) = _of(_without(_only_by_days(), "return_date"), "route_on_date")
    assert "Дата возврата" not in line.text
    assert "задачу через 30 дней открыть новую сделку" in line.text


def test_a_field_of_that_name_that_is_no_date_is_not_filled() -> None:
    project = _only_by_days()
    project = project.changed(
        fields=tuple(f.changed(type=FieldType.TEXT) if f.id == "return_date" else f for f in project.fields)
    )
    assert "Дата возврата" not in _of(project, "route_on_date")[0].text


def test_a_deal_moved_later_gets_its_date_too() -> None:
    project = _sale(losses=(LossUse(reason="price_too_high", route=IN_DAYS.changed(mode=TransferMode.MOVE)),))
    assert _of(project, "route_on_date")[0].text.endswith("До закрытия запишите в «Дата возврата»: сегодня + 30 дней.")


def test_the_return_date_is_created_where_only_routes_in_days_need_it() -> None:
    project = _only_by_days()
    support = project.pipeline("customer_support")
    by_date = LossUse(reason="other", route=IN_DAYS.changed(opens=DateRule(field="return_date")))
    project = project.with_pipeline(support.changed(losses=(by_date,)))
    body = document(project, (project.pipeline("first_sale"),), draft=False)
    assert "Дата возврата" in {field["name"] for field in body["custom_fields"]}


def test_no_comment_is_demanded_of_every_refusal() -> None:
    project = russian()
    assert not [line for line in lines(project, project.pipelines) if "required_at_lost" in line.kind]
    texts = [line.text for line in _of(project, "agreement")]
    assert (
        "Сделку закрывают с комментарием в поле «Комментарий к отказу», когда причина: «Другое». "
        "amoCRM пропустит и без него, поэтому руководитель каждый день смотрит такие сделки фильтром."
    ) in texts
    assert any("с примечанием" in line.text for line in _of(_without(project, "loss_comment"), "agreement"))


def test_the_date_a_won_deal_waits_for_is_demanded_at_won() -> None:
    (line,) = [line for line in _of(_sale(won_route=REPEAT), "required_at_won") if line.pipeline == "Первичная продажа"]
    assert "заполняют «Сумма задатка», «Дата сдачи»" in line.text
    again = _sale(won_route=REPEAT.changed(opens=DateRule(field="deposit")))
    assert [f.id for f in desired.required_at_won(again, again.pipeline("first_sale"))] == ["deposit"]


@pytest.mark.parametrize(
    ("payment", "date", "due"),
    [
        (Payment.BEFORE, "Дата оплаты", "утром в день «Дата оплаты»"),
        (Payment.AFTER, "Дата начала работ", "«Дата начала работ» минус 1 день"),
    ],
)
def test_payments_are_looked_at_on_their_day_and_visits_the_day_before(payment: Payment, date: str, due: str) -> None:
    project = start(("first_sale",), company=Company(name="Дом"), diagnosis=Diagnosis(payment=payment))
    tasks = {line.subject for line in _of(project, "task")}
    assert f"{'Проверить' if payment is Payment.BEFORE else 'Напомнить'}: {date}. Срок: {due}" in tasks
    assert "Напомнить: Дата встречи. Срок: «Дата встречи» минус 1 день" in tasks


def _from_base(**changes: Any) -> Pipeline:
    return russian().pipeline("refusal_warming").changed(sources=("База прошлых отказов",), **changes)


@pytest.mark.parametrize(
    ("goal", "unsorted", "kind"),
    [
        (GoalType.RETURN_REFUSED, False, "base"),
        (GoalType.REPEAT_PAYMENT, False, "base"),
        (GoalType.FULFILMENT, False, "base"),
        (GoalType.HANDOVER, False, "base"),
        (GoalType.HANDOVER, True, "source"),
        (GoalType.HIRING, False, "source"),
        (None, False, "source"),
    ],
)
def test_people_create_deals_from_a_base(goal: GoalType | None, unsorted: bool, kind: str) -> None:
    project = russian().with_pipeline(_from_base(goal_type=goal, unsorted=unsorted))
    found = [line.kind for line in lines(project, project.pipelines) if line.subject == "База прошлых отказов"]
    assert found == [kind]


def test_other_is_the_last_reason_wherever_the_project_keeps_it() -> None:
    project = russian()
    *rest, other = project.loss_reasons
    body = document(project.changed(loss_reasons=(other, *rest)), project.pipelines, draft=False)
    assert [reason["name"] for reason in body["loss_reasons"]][-1] == "Другое"
    assert [reason["sort"] for reason in body["loss_reasons"]] == [1, 2, 3, 4, 5, 6, 7]


def test_the_archive_says_why_unless_it_only_waits_for_a_funnel() -> None:
    why = "Предложить нечего; появится — напишем по метке «сообщить»."
    archive = Route(target=Target.ARCHIVE, why=why)
    waiting = Route(target=Target.ARCHIVE, why="Прогрев", wanted=IN_DAYS)
    uses = (
        LossUse(reason="not_our_client", route=archive),
        LossUse(reason="no_need", route=archive),
        LossUse(reason="postponed", route=waiting),
    )
    project = _sale(losses=uses)
    assert [line.text for line in _of(project, "archive")] == [
        (
            "«Первичная продажа», «Не наш регион», «Задачи нет» → архив. "
            "Предложить нечего; появится — напишем по метке «сообщить»."
        )
    ]
    assert any(line.text.startswith("Архив: сделку закрывают с причиной") for line in _of(project, "agreement"))
