"""Answers of amoCRM and Kommo as they come."""

from __future__ import annotations

import json
from typing import Any

UNSORTED: dict[str, Any] = {
    "id": 3304,
    "name": "Неразобранное",
    "sort": 10,
    "is_editable": False,
    "color": "#c1c1c1",
    "type": 1,
}
WON: dict[str, Any] = {"id": 142, "name": "Успешно реализовано", "sort": 10000, "color": "#CCFF66", "type": 0}
LOST: dict[str, Any] = {"id": 143, "name": "Закрыто и не реализовано", "sort": 11000, "color": "#D5D8DB", "type": 0}
ENDS = (WON, LOST)


def status(number: int, name: str, *, sort: int = 20, color: str = "#fffeb2") -> dict[str, Any]:
    return {"id": number, "name": name, "sort": sort, "is_editable": True, "color": color, "type": 0}


def pipeline(name: str, *statuses: dict[str, Any], number: int = 31, **values: Any) -> dict[str, Any]:
    """A pipeline with these statuses; `values` replace its other properties."""
    usual = {"id": number, "name": name, "sort": 1, "is_main": False, "is_unsorted_on": False, "is_archive": False}
    return {**usual, **values, "_embedded": {"statuses": list(statuses)}}


def body(*pipelines: dict[str, Any]) -> dict[str, Any]:
    """The body of a list of pipelines."""
    href = "https://example.amocrm.ru/api/v4/leads/pipelines"
    return {
        "_total_items": len(pipelines),
        "_links": {"self": {"href": href}},
        "_embedded": {"pipelines": list(pipelines)},
    }


def stock() -> dict[str, Any]:
    """A fresh account's one pipeline."""
    names = ("Первичный контакт", "Переговоры", "Принимают решение", "Согласование договора")
    colours = ("#99ccff", "#ffff99", "#ffcc66", "#ffcccc")
    own = (
        status(100 + n, name, sort=20 + 10 * n, color=color)
        for n, (name, color) in enumerate(zip(names, colours, strict=True))
    )
    return body(pipeline("Воронка", UNSORTED, *own, *ENDS, is_main=True, is_unsorted_on=True))


def dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
