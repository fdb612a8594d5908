"""How names of stages are read: good names that look risky, bad names that look finished."""

from __future__ import annotations

import pytest

from wizard.lint import names
from wizard.lint.lexicon import lexicon
from wizard.lint.names import Concept

GOOD = """
Тёплый пол смонтирован; Холодный звонок состоялся; Антикоррозийная обработка выполнена; Архив документов передан
Стоп-лист проверен; Отказ банка получен; Решение суда получено; Тестовая партия отгружена; Тест-драйв проведён
Данные перенесены; Брак устранён; Записан на приём; Встреча с основателем прошла; Решение принято
Принято решение о выдаче; Отказ разобран; Причина ухода разобрана; Актуальность подтверждена; Гостевой визит состоялся
Договор согласован; Дата оплаты согласована; Презентация проведена; Согласование проекта завершено; Заявка получена
Товар отложен до весны; Место до лета забронировано; Seats until spring booked
Договорились встретиться, дата назначена; Предложение обсуждено; Передан в отдел продаж
Переговоры проведены; Контрольный замер проведён; Ожидания записаны; Товар отложен; Теплица установлена
Cold storage installed; Trial completed; Waiting list closed; Follow-up visit completed; Decision made
Refusal analysed; Attended; Started work; Résumé shortlisted; Prospect identified; Negotiation finished; Hot tub shown
Contract agreed; Contract discussion finished; Payment date agreed; Meeting booked
Unpaid invoice settled; Handed over to sales; Call held
"""

BAD = {
    Concept.OUTCOME: "Нецелевой; Отказ; Отказы; Потерян; Спам; Дубль; Слился; Неактуально; Lost; Junk; Disqualified",
    Concept.DUMP: "Разное; Прочее; Висяки; Долгострой; Новый этап; Misc; Stage 1; Test; Stuck",
    Concept.ATTEMPT: (
        "Недозвон; Недозвон 2; Не отвечает; Второе касание; Прозвон; Молчит; Пропал; No answer; Ghosted; "
        "Позвонить; Позвонить клиенту; Отправить КП; Выставить счёт; Call; Send quote"
    ),
    Concept.WAITS: (
        "Думает; Клиент думает; Принимают решение; Ждём оплату; Ожидание оплаты; На подписи; У юристов; Сравнивает; "
        "Защищают бюджет; КП отправлено, ждём ответа; Встреча прошла, думает; Undecided; Decision pending; Thinking; "
        "Waiting for signed contract; Awaiting payment; Не оплачено; Нет оплаты; Unpaid; Not paid; Decision making"
    ),
    Concept.PARKS: (
        "Отложенное; Отложено; Заморожен; Перенесена оплата; Завис; Поставлено на паузу; Спящие; Реанимация; "
        "Не сейчас; До весны; После отпуска; После праздников; Until spring; "
        "After the holidays; Кадровый резерв; Postponed; Stalled; Parked; On hold; Long-term; Backlog"
    ),
    Concept.HOPES: (
        "Перспектива; Тёплый клиент; Горячие; Заинтересован; Оплатит; Оплатит завтра; Обещал оплатить; Interested; "
        "Warm lead; Verbal yes; Will pay tomorrow"
    ),
    Concept.PROCESS: (
        "В работе; Обработка; Взято на контроль; Дожим; Проработка; Отработка возражений; Контроль оплаты; "
        "In progress; Follow-up; Nurturing; Objection handling; Payment control"
    ),
    Concept.TALK: "Переговоры; Общение; Обсуждаем условия; Negotiation; In discussion; Discussions",
    Concept.OURS: (
        "Взято в работу; Принят в работу; Назначен ответственный; Согласование договора; Согласование проекта; "
        "Отправили; Assigned; Taken into work; Owner assigned; Contract discussion; Sent"
    ),
    Concept.BARE: (
        "Первичный контакт; Замер; 2. Встреча; КП; Презентация; Договор; Счёт; Оплата; Новый лид; Тест-драйв; "
        "Initial contact; Demo; Meeting; Proposal; Payment; Contract; Invoice; New lead"
    ),
}


def _listed(text: str) -> list[str]:
    return [name.strip() for line in text.strip().splitlines() for name in line.split(";")]


@pytest.mark.parametrize("name", _listed(GOOD))
def test_a_finished_result_is_left_alone(name: str) -> None:
    assert names.concept(name) is None


@pytest.mark.parametrize(("concept", "name"), [(c, name) for c, text in BAD.items() for name in _listed(text)])
def test_a_name_without_a_result_is_understood(concept: Concept, name: str) -> None:
    assert names.concept(name) is concept


@pytest.mark.parametrize("name", ["1. ДУМАЕТ!!!", "02) Думает", "~ думает", "🔥 Думает…", "  Клиент   ДУМАЕТ "])
def test_numbers_emoji_and_case_do_not_hide_a_name(name: str) -> None:
    assert names.concept(name) is Concept.WAITS


def test_comparing_keeps_numbers_and_reading_drops_them() -> None:
    assert names.plain("1.  Замер Проведён") == "1. замер проведен"
    assert names.normalised("1.  Замер Проведён") == "замер проведен"
    assert names.normalised("142") == "142"
    assert names.normalised("3 дня") == "3 дня"


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("план продаж", False),
        ("цена клиента", False),
        ("магазин клиент момент", False),
        ("не оплачено", False),
        ("замер проведен", True),
        ("need", False),
        ("speed test", False),
        ("signed contract", False),
        ("contract signed", True),
        ("contract signed by both", True),
        ("not paid", False),
    ],
)
def test_endings_of_participles(text: str, finished: bool) -> None:
    assert names.has_result(text) is finished


@pytest.mark.parametrize("name", ["Оплата получена", "Авто оплачено", "Аванс внесён", "Paid", "Prepayment received"])
def test_payments_are_recognised(name: str) -> None:
    assert names.is_payment(name)


@pytest.mark.parametrize("name", ["Дата оплаты согласована", "Не оплачено", "Payment date agreed", "Not paid"])
def test_talk_of_payment_is_not_payment(name: str) -> None:
    assert not names.is_payment(name)


def test_every_rewrite_is_a_good_short_name() -> None:
    rewrites = [
        name
        for groups in lexicon()["concepts"].values()
        for group in groups.values()
        for listed in group.get("rewrite", {}).values()
        for name in listed
    ]
    assert rewrites
    assert [name for name in rewrites if names.reading(name) or names.is_system(name) or len(name) > 30] == []


def test_the_lexicon_holds_words_only() -> None:
    """YAML reads a bare `no` or `on` as a truth value."""
    assert [leaf for leaf in _leaves(lexicon()) if not isinstance(leaf, str)] == []


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for pair in value.items() for part in pair for leaf in _leaves(part)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]
