"""Two hand-built projects: a Russian one with three linked funnels, and a small English one."""

from __future__ import annotations

from functools import cache
from typing import Any

from wizard.model.project import Project


@cache
def russian() -> Project:
    """First sale and delivery launched now, warming later; one more field for another place of each kind."""
    return Project.model_validate(
        {
            "company": {"name": "Мебель и точка", "industry": "furniture"},
            "fields": RU_FIELDS,
            "loss_reasons": RU_REASONS,
            "pipelines": [RU_SALE, RU_CARE, RU_WARMING],
            "main_pipeline": "first_sale",
        }
    )


@cache
def english() -> Project:
    """One hiring funnel whose causes stand in a list field of its own."""
    return Project.model_validate(
        {
            "company": {"name": "Oak & Ash <Ltd>", "language": "en", "currency": "EUR"},
            "fields": [
                {"id": "interview_date", "name": "Interview date", "type": "date_time", "group": "Hiring"},
                {
                    "id": "hr_reason",
                    "name": "Candidate loss reason",
                    "options": [{"id": "x", "name": "Unused"}],
                    "group": "Reasons",
                },
                {"id": "data_consent", "name": "Talent pool consent", "type": "checkbox", "place": "contact"},
            ],
            "loss_reasons": [
                {"id": "hr_test", "name": "Failed the trial day", "field": "hr_reason"},
                {"id": "hr_place", "name": "Location did not suit", "field": "hr_reason"},
                {"id": "too_dear", "name": "More than they will pay"},
                {"id": "other", "name": "Other", "comment_required": True},
            ],
            "pipelines": [
                {
                    "id": "hr",
                    "name": "Recruiting",
                    "subject": "candidate",
                    "launch": "now",
                    "entry": "An application from a candidate",
                    "sources": ["Job board <b>"],
                    "stages": [
                        {"id": "applied", "name": "Application received", "step": "Call.", "term": "1wd>2d"},
                        {
                            "id": "invited",
                            "name": "Interview scheduled",
                            "proof": "Date & time agreed",
                            "fields": ["interview_date"],
                            "term": "f:interview_date",
                        },
                    ],
                    "won": {"name": "Hired", "kind": "hired", "proof": "First working day done."},
                    "won_route": {"target": "end"},
                    "losses": [
                        {"reason": "hr_test", "route": {"target": "archive"}},
                        {"reason": "hr_place", "route": {"target": "reserve"}},
                    ],
                }
            ],
        }
    )


RU_FIELDS: list[dict[str, Any]] = [
    {"id": "amount", "name": "Бюджет", "type": "monetary", "place": "deal_built_in"},
    {"id": "phone", "name": "Телефон", "type": "phone", "place": "contact_built_in"},
    {
        "id": "source",
        "name": "Источник заявки",
        "group": "Заявка",
        "options": [{"id": "site", "name": "Сайт"}, {"id": "call", "name": "Звонок"}],
    },
    {
        "id": "q_task",
        "name": "Задача клиента",
        "group": "Квалификация",
        "options": [{"id": "yes", "name": "Есть задача и повод"}, {"id": "no", "name": "Задачи нет"}],
    },
    {"id": "key_date", "name": "Дата замера", "type": "date_time", "group": "Продажа"},
    {"id": "offer_link", "name": "Ссылка на предложение", "type": "url", "group": "Продажа"},
    {"id": "deposit", "name": "Сумма задатка", "type": "monetary", "group": "Продажа"},
    {"id": "return_date", "name": "Дата возврата", "type": "date", "group": "Отказ"},
    {"id": "loss_comment", "name": "Комментарий к отказу", "type": "textarea", "group": "Отказ"},
    {"id": "attempt", "name": "Попытка №", "options": [{"id": "a1", "name": "1"}, {"id": "a2", "name": "2"}]},
    {"id": "handover_date", "name": "Дата сдачи", "type": "date", "group": "Исполнение"},
    {"id": "pretext", "name": "Повод вернуться", "group": "Прогрев", "options": [{"id": "p", "name": "Новая цена"}]},
    {"id": "ad_consent", "name": "Согласие на рекламу", "type": "checkbox", "place": "contact"},
    {"id": "segment", "name": "Сегмент", "place": "company", "options": [{"id": "b2b", "name": "Компании"}]},
]

RU_REASONS: list[dict[str, Any]] = [
    {"id": "price_too_high", "name": "Дороже, чем готов платить", "group": "price"},
    {"id": "postponed", "name": "Перенёс покупку на дату", "group": "time"},
    {"id": "no_money_now", "name": "Нет денег сейчас", "group": "price"},
    {"id": "not_our_client", "name": "Не наш регион", "group": "non_target"},
    {"id": "no_need", "name": "Задачи нет", "group": "need"},
    {"id": "do_not_disturb", "name": "Просил не беспокоить", "group": "stop"},
    {"id": "other", "name": "Другое", "group": "other", "comment_required": True},
]

_BACK = {"target": "pipeline", "to": {"pipeline": "refusal_warming", "stage": "refusal_analysed"}}
_BY_DATE = {**_BACK, "opens": "field:return_date", "fallback": "Поставьте на контакт задачу на дату возврата."}

RU_SALE: dict[str, Any] = {
    "id": "first_sale",
    "name": "Первичная продажа",
    "goal_type": "first_payment",
    "goal": "Первая оплата от нового клиента",
    "launch": "now",
    "unsorted": True,
    "entry": "Новая заявка от того, кто ещё не покупал",
    "sources": ["Сайт", "Телефон магазина"],
    "key_stage": "key_done",
    "stages": [
        {
            "id": "request_received",
            "name": "Заявка получена",
            "step": "Позвонить; нет ответа — 5 попыток за 3 дня",
            "owner_role": "менеджер по продажам",
            "term": "15wm>3d",
            "colour": "#98cbff",
            "fields": ["source", "phone"],
            "hints": {"newbie": "Позвоните за 15 минут.\nОшибка: отправить прайс вместо звонка."},
        },
        {
            "id": "qualified",
            "name": "Квалификация пройдена",
            "proof": "Ответы записаны, вывод «целевой»",
            "step": "Предложить два времени замера",
            "term": "2d",
            "colour": "#D6EAFF",
            "fields": ["q_task", "key_date"],
        },
        {
            "id": "key_scheduled",
            "name": "Замер назначен",
            "proof": "Дата и время замера согласованы",
            "step": "Напомнить за день и за 2 часа",
            "term": "f:key_date+1d",
        },
        {
            "id": "key_done",
            "name": "Замер проведён",
            "proof": "Файл замера в карточке.",
            "step": "Показать предложение на встрече",
            "term": "3d",
            "colour": "#fff000",
            "fields": ["offer_link", "amount"],
        },
        {
            "id": "offer_reviewed",
            "name": "Проект согласован",
            "proof": "Клиент посмотрел проект вместе с дизайнером",
            "step": "Отправить договор и счёт в тот же день",
            "term": "5d",
            "fields": ["deposit"],
        },
    ],
    "won": {"name": "Предоплата получена", "proof": "Деньги поступили на счёт или в кассу"},
    "lost_name": "Отказ",
    "questions": [
        {
            "id": "task",
            "text": "Какую задачу хотите решить и почему сейчас?",
            "field": "q_task",
            "asked_at": "request_received",
            "answers": [{"option": "yes", "verdict": "target"}, {"option": "no", "verdict": "non_target"}],
        }
    ],
    "losses": [
        {"reason": "price_too_high", "route": {**_BACK, "opens": "days:30"}},
        {"reason": "postponed", "route": _BY_DATE},
        {"reason": "no_money_now", "route": _BY_DATE},
        {"reason": "not_our_client", "route": {"target": "archive"}},
        {"reason": "do_not_disturb", "route": {"target": "stop_list"}},
        {"reason": "other", "route": {"target": "head"}},
    ],
    "won_route": {"target": "pipeline", "to": {"pipeline": "customer_support", "stage": "order_accepted"}},
}

RU_CARE: dict[str, Any] = {
    "id": "customer_support",
    "name": "Исполнение и сопровождение",
    "launch": "now",
    "entry": "Предоплата поступила",
    "stages": [
        {
            "id": "order_accepted",
            "name": "Заказ принят",
            "step": "Позвонить клиенту и назвать дату сдачи",
            "term": "1wd",
            "fields": ["handover_date"],
        },
        {
            "id": "made",
            "name": "Заказ изготовлен",
            "proof": "Фото готовой мебели в карточке",
            "step": "Согласовать время доставки",
            "term": "f:handover_date",
        },
    ],
    "won": {"name": "Заказ сдан", "kind": "accepted_work", "proof": "Акт подписан"},
    "losses": [{"reason": "other", "route": {"target": "head"}}],
    "lost_route": {"target": "archive"},
}

RU_WARMING: dict[str, Any] = {
    "id": "refusal_warming",
    "name": "Прогрев отказов",
    "entry": "Клиент отказался и просил вернуться",
    "stages": [
        {"id": "refusal_analysed", "name": "Отказ разобран", "term": "2d", "fields": ["pretext"]},
        {"id": "confirmed", "name": "Актуальность подтверждена", "proof": "Клиент ответил", "term": "7d"},
    ],
    "won": {"name": "Вернулся и оплатил", "proof": "Деньги поступили"},
    "losses": [{"reason": "no_need", "route": {"target": "archive"}}],
    "won_route": {
        "target": "pipeline",
        "to": {"pipeline": "customer_support", "stage": "order_accepted"},
        "mode": "move",
    },
}
