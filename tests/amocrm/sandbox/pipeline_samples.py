"""Pipelines the tests create."""

from __future__ import annotations

from typing import Any

from tests.amocrm.sandbox.asking import PIPELINES, Account


def body(**changes: Any) -> dict[str, Any]:
    own = [{"name": "Замер назначен", "sort": 10, "color": "#fffeb2"}]
    made = {"name": "Замер", "sort": 20, "is_main": False, "is_unsorted_on": True, "_embedded": {"statuses": own}}
    return made | changes


def with_stages(*stages: Any) -> dict[str, Any]:
    return body(_embedded={"statuses": list(stages)})


def names(made: dict[str, Any]) -> list[tuple[str, int]]:
    return [(stage["name"], stage["sort"]) for stage in made["_embedded"]["statuses"]]


def created(account: Account, sent: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = account.write("POST", PIPELINES, [sent])["_embedded"]["pipelines"][0]
    return told
