"""Better names keep the event, agree with it, and fit the funnel they stand in."""

from __future__ import annotations

import pytest

from tests.lint.cases import project_of
from wizard.lint import runner
from wizard.lint.kinds import Kind
from wizard.lint.single import judged


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Замер", "Замер проведён"),
        ("Презентация", "Презентация проведена"),
        ("Демо", "Демо проведено"),
        ("Встречи", "Встречи проведены"),
        ("2. ЗАМЕР!!!", "Замер проведён"),
        ("Выявление потребности", "Потребность выявлена"),
        ("Согласование сметы", "Смета согласована"),
        ("Подписание договора", "Договор подписан"),
        ("Переговоры", "Условия согласованы"),
        ("КП", "Предложение обсуждено"),
        ("Думает", "Предложение обсуждено"),
        ("Встреча / консультация", "Встреча проведена"),
        ("Корректируем смету", "Смета согласована"),
        ("Подготовка сметы", "Смета согласована"),
        ("Дорабатываем КП", "КП согласовано"),
        ("Назначить осмотр", "Осмотр проведён"),
        ("Нужны рекомендации", "Рекомендации получены"),
        ("Взять в работу", "Контакт установлен"),
        ("Расчёт готов", "Предложение обсуждено"),
        ("Осмотр и оценка", "Осмотр и оценка проведены"),
        ("Просчёт", "Просчёт согласован"),
        ("Тест ПО", "Тест ПО завершён"),
        ("Расчёт мебели", "Расчёт мебели согласован"),
        ("Подписание", "Договор подписан"),
        ("Solution demo", "Solution demo held"),
        ("Quote review", "Quote reviewed"),
        ("First review", "First review done"),
        ("Proposal/Price quote", "Offer reviewed"),
        ("Campus tour", "Campus tour completed"),
        ("Contract", "Contract signed"),
        ("Negotiation", "Terms agreed"),
        ("Awaiting payment", "Payment date agreed"),
    ],
)
def test_the_first_name_offered_fits_the_event(name: str, better: str) -> None:
    assert judged(name, Kind.SALES).rewrites[0] == better


@pytest.mark.parametrize(
    ("name", "better"), [("В производстве", "Производство завершено"), ("Монтаж", "Монтаж выполнен")]
)
def test_work_in_delivery_is_named_by_its_end(name: str, better: str) -> None:
    assert judged(name, Kind.DELIVERY).rewrites[0] == better


def test_the_template_s_own_stage_of_the_place_is_offered_too() -> None:
    stages = ["Заявка получена", "Контакт установлен", "В работе", "Замер назначен"]
    project = project_of({"company": {"industry": "windows"}, "template": "first_sale", "stages": stages})
    finding = next(f for f in runner.run(project).findings if f.rule == "stage-is-process")

    assert [dict(fix.args)["becomes"] for fix in finding.fixes] == [
        "Потребность подтверждена",
        "Квалификация пройдена",
    ]


@pytest.mark.parametrize("name", ["Отложено", "Нецелевой", "Разное"])
def test_where_no_stage_is_the_cure_no_name_is_offered(name: str) -> None:
    found = judged(name, Kind.SALES)

    assert found.rewrites == ()
    assert found.finding is not None
    assert found.finding.fix is not None
