"""Custom fields the tests create."""

from __future__ import annotations

from typing import Any

from tests.amocrm.sandbox.asking import FIELDS, Account

STOCK, UNSORTED, FIRST, SECOND = 7_000_001, 7_000_002, 7_000_003, 7_000_004
SOURCES = [{"value": "Сайт", "sort": 1}, {"value": "Звонок", "sort": 2}]
LIST = {"name": "Источник", "type": "select", "sort": 510, "enums": SOURCES}
MONEY = {"name": "Залог", "type": "monetary", "currency": "RUB"}


def created(account: Account, *sent: Any) -> list[dict[str, Any]]:
    status, told = account("POST", FIELDS, list(sent))
    assert status == 201, told
    fields: list[dict[str, Any]] = told["_embedded"]["custom_fields"]
    return fields


def pair(stage: int, pipeline: int = STOCK) -> dict[str, int]:
    return {"pipeline_id": pipeline, "status_id": stage}
