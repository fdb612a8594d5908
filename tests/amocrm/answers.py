"""Answers as amoCRM gives them (amocrm-api 3.3, 4, 5, 6, 7): a stock account with one pipeline more."""

from __future__ import annotations

from typing import Any

from wizard.amocrm.existing import (
    Account,
    Existing,
    ExistingField,
    ExistingGroup,
    ExistingHint,
    ExistingOption,
    ExistingPipeline,
    ExistingReason,
    ExistingStage,
    StageKind,
)

Json = dict[str, Any]

ACCOUNT: Json = {
    "id": 31,
    "name": "Дом и окна",
    "subdomain": "dom",
    "current_user_id": 5,
    "country": "RU",
    "currency": "RUB",
    "is_loss_reason_enabled": True,
    "is_helpbot_enabled": False,
    "_links": {"self": {"href": "https://dom.amocrm.ru/api/v4/account"}},
}
USER: Json = {"id": 5, "name": "Анна", "lang": "ru", "rights": {"is_admin": True, "is_free": False, "is_active": True}}


def stage(stage_id: int, name: str, sort: int, color: str = "#fffeb2", **more: Any) -> Json:
    return {"id": stage_id, "name": name, "sort": sort, "color": color, "is_editable": True, "type": 0} | more


def pipeline(pipeline_id: int, name: str, stages: list[Json], **more: Any) -> Json:
    ends = [
        stage(142, "Успешно реализовано", 10000, "#CCFF66", is_editable=False),
        stage(143, "Закрыто и не реализовано", 11000, "#D5D8DB", is_editable=False),
    ]
    flags = {"sort": 1, "is_main": False, "is_unsorted_on": False, "is_archive": False}
    return {"id": pipeline_id, "name": name, "_embedded": {"statuses": [*stages, *ends]}} | flags | more


SALE = pipeline(
    10,
    "Воронка",
    [
        stage(100, "Неразобранное", 10, "#c1c1c1", type=1, is_editable=False),
        stage(101, "Первичный контакт", 20, "#99ccff"),
        stage(102, "Договор", 30),
    ],
    is_main=True,
    is_unsorted_on=True,
)
OLD = pipeline(11, "Старая", [stage(111, "Этап", 10)], sort=2, is_archive=True)
PIPELINES: Json = {"_total_items": 2, "_embedded": {"pipelines": [OLD, SALE]}}
HINT: Json = {"id": 7, "level": "newbie", "description": "Представьтесь", "pipeline_id": 10, "status_id": 101}
STAGES: Json = {
    "_embedded": {"statuses": [dict(item) for item in SALE["_embedded"]["statuses"]]},
}
STAGES["_embedded"]["statuses"][1] |= {"descriptions": [HINT]}
SOURCE: Json = {
    "id": 1000,
    "name": "Источник",
    "type": "select",
    "code": "SOURCE",
    "sort": 510,
    "group_id": "leads_1",
    "is_predefined": False,
    "required_statuses": [{"pipeline_id": 10, "status_id": 102}],
    "enums": [{"id": 2, "value": "Звонок", "sort": 2}, {"id": 1, "value": "Сайт", "sort": 1, "code": "site"}],
}
UTM: Json = {"id": 1001, "name": "utm_source", "type": "tracking_data", "code": "UTM_SOURCE", "is_predefined": True}
FIELDS: Json = {"_page": 1, "_links": {}, "_embedded": {"custom_fields": [SOURCE, UTM]}}
GROUPS: Json = {"_embedded": {"custom_field_groups": [{"id": "leads_1", "name": "Квалификация", "sort": 4}]}}
REASONS: Json = {"_embedded": {"loss_reasons": [{"id": 9, "name": "Дорого", "sort": 100000}]}}

_WON = ExistingStage(
    id=142, name="Успешно реализовано", sort=10000, colour="#ccff66", kind=StageKind.WON, editable=False
)
_LOST = ExistingStage(
    id=143, name="Закрыто и не реализовано", sort=11000, colour="#d5d8db", kind=StageKind.LOST, editable=False
)
EXISTING = Existing(
    account=Account(
        id=31,
        name="Дом и окна",
        subdomain="dom",
        host="dom.amocrm.ru",
        country="RU",
        currency="RUB",
        user=5,
        loss_reasons=True,
    ),
    pipelines=(
        ExistingPipeline(
            id=10,
            name="Воронка",
            sort=1,
            main=True,
            unsorted=True,
            stages=(
                ExistingStage(
                    id=100, name="Неразобранное", sort=10, colour="#c1c1c1", kind=StageKind.INCOMING, editable=False
                ),
                ExistingStage(
                    id=101,
                    name="Первичный контакт",
                    sort=20,
                    colour="#99ccff",
                    hints=(ExistingHint(id=7, level="newbie", text="Представьтесь"),),
                ),
                ExistingStage(id=102, name="Договор", sort=30, colour="#fffeb2"),
                _WON,
                _LOST,
            ),
        ),
        ExistingPipeline(
            id=11,
            name="Старая",
            sort=2,
            archived=True,
            stages=(ExistingStage(id=111, name="Этап", sort=10, colour="#fffeb2"), _WON, _LOST),
        ),
    ),
    fields=(
        ExistingField(
            id=1000,
            name="Источник",
            type="select",
            code="SOURCE",
            sort=510,
            options=(
                ExistingOption(id=1, name="Сайт", sort=1, code="site"),
                ExistingOption(id=2, name="Звонок", sort=2),
            ),
            group="leads_1",
            required=((10, 102),),
        ),
        ExistingField(id=1001, name="utm_source", type="tracking_data", code="UTM_SOURCE", predefined=True),
    ),
    groups=(ExistingGroup(id="leads_1", name="Квалификация", sort=4),),
    reasons=(ExistingReason(id=9, name="Дорого", sort=100000),),
)
