"""How names of stages are read: good names that look risky, bad names that look finished."""

from __future__ import annotations

import pytest

from wizard.lint.reading import Concept, read

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
Refusal analysed; Attended; Started work; Résumé shortlisted; Decision maker identified; Hot tub shown
Negotiation finished; Contract agreed; Contract discussion finished; Payment date agreed; Meeting booked
Unpaid invoice settled; Handed over to sales; Call held
Анализ готов; Сделка закрыта; Документы изучены; Профгигиена выполнена; Выбрали тариф; Купил абонемент
Клиент выбрал нас; Выиграли контракт; Победили в тендере; Сам записался; Выезд инженера назначен
Одобрение банка есть; Заказал на сайте
Готова накладная; Готовы документы; Встреча назначена: подписание договора; Возражения отработаны; Options evaluated
Tender won over competitors; Offer to close accepted; Samples delivered
Выбрали другой цвет; Selected a plan; Committee picked us; Passed probation; Introduced himself; Enrolled in Spanish
"""

BAD = {
    Concept.OUTCOME: (
        "Нецелевой; Отказ; Отказы; Потерян; Спам; Дубль; Слился; Неактуально; Lost; Junk; Disqualified; "
        "Победил Ростелеком; Выбрали Битрикс; Купил на маркетплейсе; Наняли штатного юриста; Пошли к частному мастеру; "
        "Продал машину; Принял другой оффер; Затарился; Went with Cisco; Fixed it himself; Competitor won; "
        "Failed the drug test; Signed with competition; DNC requested; Завершён безуспешно; Вопрос решён отрицательно; "
        "Сдвоенная заявка; Closed for the season; Hired a freelancer; Uses a rival carrier"
    ),
    Concept.DUMP: "Разное; Прочее; Висяки; Долгострой; Новый этап; Misc; Stage 1; Test; Stuck",
    Concept.ATTEMPT: (
        "Недозвон; Недозвон 2; Не отвечает; Второе касание; Callback requested; Voicemail full; Прозвон; Молчит; "
        "Пропал; No answer; Ghosted"
    ),
    Concept.TODO: (
        "Вернуть в комплектацию; Referrals to convert; Позвонить; Позвонить клиенту; Отправить КП; "
        "Выставить счёт; Call the client; Send quote"
    ),
    Concept.ONE_SIDED: "Отправили; КП отправлено; Sent; Quote sent",
    Concept.REQUEST: "Новый лид; New lead",
    Concept.WAITS: (
        "Клиент обсуждает условия; ДДУ на регистрации; Думает; Клиент думает; Принимают решение; Ждём оплату; "
        "Ожидание оплаты; На подписи; У юристов; Сравнивает; "
        "Защищают бюджет; КП отправлено, ждём ответа; Встреча прошла, думает; Undecided; Decision pending; Thinking; "
        "Waiting for signed contract; Awaiting payment; Не оплачено; Нет оплаты; Unpaid; Not paid; Decision making"
    ),
    Concept.PARKS: (
        "Отложенное; Отложено; Заморожен; Перенесена оплата; Завис; Поставлено на паузу; Спящие; Реанимация; "
        "Не сейчас; До весны; После отпуска; После праздников; Until spring; "
        "After the holidays; Кадровый резерв; Postponed; Stalled; Parked; On hold; Long-term; Backlog"
    ),
    Concept.HOPES: (
        "Дано обещание; Поинтересовался; Tentative; Client bought in; Перспектива; Тёплый клиент; Горячие; "
        "Заинтересован; Оплатит; Оплатит завтра; Обещал оплатить; Interested; "
        "Warm lead; Verbal yes; Will pay tomorrow"
    ),
    Concept.PROCESS: (
        "Оплата получена, проверка чертежей; В работе; Обработка; Взято на контроль; Дожим; Проработка; "
        "Отработка возражений; Контроль оплаты; "
        "In progress; Follow-up; Nurturing; Objection handling; Payment control"
    ),
    Concept.TWO_RESULTS: "Осмотрен и оценён; Visited and quoted",
    Concept.TALK: "Переговоры; Общение; Обсуждаем условия; Negotiation; In discussion; Discussions",
    Concept.OURS: (
        "Взято в работу; Принят в работу; Назначен ответственный; Согласование договора; Согласование проекта; "
        "Assigned; Taken into work; Owner assigned; Contract discussion"
    ),
    Concept.BARE: (
        "Первичный контакт; Замер; 2. Встреча; КП; Презентация; Договор; Счёт; Оплата; Тест-драйв; "
        "Initial contact; Demo; Meeting; Proposal; Payment; Contract; Invoice; Call; Тендер; Андеррайтинг; Подбор тура"
    ),
}


def listed(text: str) -> list[str]:
    return [name.strip() for line in text.strip().splitlines() for name in line.split(";")]


@pytest.mark.parametrize("name", listed(GOOD))
def test_a_finished_result_is_left_alone(name: str) -> None:
    reading = read(name)

    assert reading is not None
    assert reading.is_result


@pytest.mark.parametrize(("concept", "name"), [(c, name) for c, text in BAD.items() for name in listed(text)])
def test_a_name_without_a_result_is_understood(concept: Concept, name: str) -> None:
    reading = read(name)

    assert reading is not None
    assert reading.concept is concept


@pytest.mark.parametrize("name", ["Взяла биоревитализацию", "Продал участок", "Painted the wall", "Screamed"])
def test_a_deed_nobody_can_place_is_neither_silent_nor_plainly_wrong(name: str) -> None:
    reading = read(name)

    assert reading is not None
    assert (reading.concept, reading.soft) == (Concept.UNCLEAR, True)
