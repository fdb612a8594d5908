"""The charts of rows: a plan, a what-if, reasons of refusal; and what each says in words."""

from __future__ import annotations

from typing import Any

from tests.charts.projects import funnel, half, linked, valid
from wizard import forecast
from wizard.charts.plan import plan_chart, plan_in_words
from wizard.charts.reasons import reasons_chart, reasons_in_words
from wizard.charts.style import GREEN, RED
from wizard.charts.what_if import what_if_chart, what_if_in_words
from wizard.charts.what_if_words import gain_in_words
from wizard.forecast import Plan, WhatIf
from wizard.i18n.translator import translator
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import Basis, Pipeline, Won, WonKind
from wizard.model.project import Project

PAYING = funnel(entries=120, wins=30, average_check=10_000)


def _data(chart: Any) -> list[dict[str, Any]]:
    (values,) = valid(chart)["datasets"].values()
    return list(values)


def _read(chart: Any) -> list[tuple[str, str]]:
    return [(row["name"], row["count"]) for row in _data(chart)]


def _plan(price: float | None = None) -> Plan:
    found = forecast.plan(PAYING, 1_000_000, request_price=price)
    assert found is not None
    return found


def _what_if(pipeline: Pipeline = PAYING, points: float = 0.1) -> WhatIf:
    found = forecast.what_if(pipeline, "request", points=points)
    assert found is not None
    return found


def test_a_plan_goes_from_money_to_requests_and_their_price() -> None:
    assert _read(plan_chart(_plan(500), PAYING, language="ru", currency="RUB")) == [
        ("Цель", "1\u00a0000\u00a0000\u00a0₽ в месяц"),
        ("Средний чек", "10\u00a0000\u00a0₽"),
        ("Оплата получена", "100"),
        ("★ Замер проведён", "200"),
        ("Заявка получена", "400"),
        ("Заявок в месяц", "400"),
        ("Заявок в неделю", "92"),
        ("Заявок в день", "13"),
        ("Цена заявки", "500\u00a0₽"),
        ("Бюджет на заявки", "200\u00a0000\u00a0₽ в месяц"),
        ("Один клиент обходится в", "2\u00a0000\u00a0₽"),
    ]


def test_a_plan_in_words_says_what_is_assumed() -> None:
    assert plan_in_words(_plan(), PAYING, language="ru", currency="RUB") == (
        "Цель: 1\u00a0000\u00a0000\u00a0₽ в месяц. Средний чек: 10\u00a0000\u00a0₽. "
        "Дойти должны: Заявка получена 400 → ★ Замер проведён 200 → Оплата получена 100. "
        "Заявок в месяц: 400. Заявок в неделю: 92. Заявок в день: 13. "
        "Бледные полосы со штриховкой — допущение, не ваши данные."
    )


def test_bars_of_a_plan_are_dashed_where_they_are_assumed() -> None:
    rows = {row["name"]: row for row in _data(plan_chart(_plan(), PAYING, language="ru", currency="RUB"))}
    assert (rows["★ Замер проведён"]["dashed"], rows["Оплата получена"]["dashed"]) == (True, False)
    assert (rows["Заявка получена"]["left"], rows["Заявка получена"]["right"]) == (0, 1)


def test_a_plan_of_facts_assumes_nothing() -> None:
    stages = tuple(stage.changed(conversion=half(Basis.FACT)) for stage in PAYING.stages)
    known = PAYING.changed(stages=stages)
    assert "допущение" not in plan_in_words(_plan(), known, language="ru", currency="RUB")


def test_a_what_if_has_two_bars_where_something_changes() -> None:
    rows = _data(what_if_chart(_what_if(), PAYING, language="ru"))
    assert [(row["name"], row["count"], row["step"]) for row in rows] == [
        ("Заявка получена", "120", ""),
        ("★ Замер проведён", "60 → 72", "↓ 50\u00a0% → 60\u00a0%"),
        ("", "", ""),
        ("Оплата получена", "30 → 36", ""),
        ("", "", ""),
        ("Верхняя полоса — сейчас, нижняя — после.", "", ""),
    ]
    now, after = (row for row in rows if row["fill"] == GREEN)
    assert (now["left"], after["left"], now["bar_end"] < after["bar_at"]) == (0.375, 0.35, True)


def test_a_what_if_in_words_and_in_money() -> None:
    assert what_if_in_words(_what_if(), PAYING, "request", language="ru", currency="RUB") == (
        "Если из «Заявка получена» в «Замер проведён» пройдут 60\u00a0% вместо 50\u00a0%: "
        "Оплата получена — 36 вместо 30 в месяц. +60\u00a0000\u00a0₽ в месяц. "
        "Остальные шаги считаем прежними: это допущение."
    )


def test_fewer_points_take_money_away_and_no_money_is_told_in_wins() -> None:
    say = translator("ru")
    assert gain_in_words(_what_if(points=-0.1), PAYING, say, currency="RUB") == "−60\u00a0000\u00a0₽ в месяц"
    hiring = PAYING.changed(won=Won(name="Нанят", kind=WonKind.HIRED))
    assert gain_in_words(_what_if(hiring), hiring, say, currency="RUB") == "+6 сотрудников в месяц"
    unknown = hiring.changed(entries=None)
    assert gain_in_words(_what_if(unknown), unknown, say, currency="RUB").endswith(" сотрудников на 100 заявок")


def _counted(**counts: float | None) -> tuple[Project, Pipeline]:
    names = {"dear": "Дорого", "term": "Срок", "other": "Другое", "spam_duplicate": "Спам, ошибка, дубль"}
    pipeline = funnel(losses=tuple(LossUse(reason=reason, count=count) for reason, count in counts.items()))
    reasons = tuple(LossReason(id=reason, name=names[reason]) for reason in counts)
    return Project(pipelines=(pipeline,), loss_reasons=reasons), pipeline


def test_reasons_are_drawn_from_the_most_frequent_and_without_spam() -> None:
    project, pipeline = _counted(term=9, dear=55, other=None, spam_duplicate=40)
    rows = _data(reasons_chart(project, pipeline, language="ru"))
    assert [(row["name"], row["count"], row["left"], row["right"]) for row in rows] == [
        ("Дорого", "55 · 86\u00a0%", 0, 1),
        ("Срок", "9 · 14\u00a0%", 0, 0.1636),
    ]
    assert reasons_in_words(project, pipeline, language="ru") == (
        "Отказов 64 в месяц: Дорого 55 · 86\u00a0%; Срок 9 · 14\u00a0%."
    )


def test_too_much_other_has_a_sign_a_colour_and_a_sentence() -> None:
    project, pipeline = _counted(dear=55, other=9)
    row = _data(reasons_chart(project, pipeline, language="ru"))[1]
    assert (row["name"], row["fill"]) == ("! Другое", RED)
    assert reasons_in_words(project, pipeline, language="ru").endswith(
        "«Другое» — 14\u00a0%: больше 10\u00a0%, заведите новые причины. Порог — допущение."
    )


def test_reasons_nobody_has_counted_are_not_drawn() -> None:
    project = linked()
    sales = project.pipeline("sales")
    assert _data(reasons_chart(project, sales, language="ru")) == []
    assert reasons_in_words(project, sales, language="ru") == "Отказы по причинам ещё не посчитаны."
