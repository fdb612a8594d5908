"""Custom fields of the practice account."""

from __future__ import annotations

from typing import Any

import pytest

from tests.amocrm.sandbox.asking import (
    FIELDS,
    HOST,
    invalid,
    missing,
    no_choice,
    opened,
    unexpected,
)
from tests.amocrm.sandbox.field_samples import FIRST, LIST, SOURCES, UNSORTED, created, pair


def test_a_new_account_has_the_marks_of_advertising_alone() -> None:
    fields = opened().get(FIELDS)["_embedded"]["custom_fields"]
    assert [(f["name"], f["type"], f["code"], f["is_predefined"], f["group_id"]) for f in fields] == [
        (name, "tracking_data", name.upper(), True, "statistic")
        for name in ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
    ]


def test_a_new_list_gets_ids_for_itself_and_its_values() -> None:
    account = opened()
    (told,) = created(account, LIST | {"required_statuses": [pair(FIRST)], "request_id": "x"})
    field_id, values = told["id"], told["enums"]
    assert told == {
        "id": field_id,
        "name": "Источник",
        "type": "select",
        "account_id": 31_000_001,
        "code": None,
        "sort": 510,
        "is_api_only": False,
        "enums": [
            {"id": values[0]["id"], "value": "Сайт", "sort": 1},
            {"id": values[1]["id"], "value": "Звонок", "sort": 2},
        ],
        "group_id": None,
        "required_statuses": [pair(FIRST)],
        "hidden_statuses": [],
        "is_deletable": True,
        "is_predefined": False,
        "entity_type": "leads",
        "tracking_callback": None,
        "remind": None,
        "chained_lists": None,
        "currency": None,
        "_links": {"self": {"href": f"{HOST}/api/v4{FIELDS}/{field_id}"}},
        "request_id": "x",
    }
    del told["request_id"]
    assert account.get(f"{FIELDS}/{field_id}") == told


def test_fields_come_by_pages_of_fifty_unless_more_are_asked_for() -> None:
    account = opened()
    created(account, *({"name": f"Поле {n}", "type": "text"} for n in range(60)))
    first = account.get(FIELDS)
    assert len(first["_embedded"]["custom_fields"]) == 50
    assert first["_links"]["next"] == {"href": f"{HOST}/api/v4{FIELDS}?page=2"}
    second = account.get(f"{FIELDS}?page=2")
    assert (len(second["_embedded"]["custom_fields"]), list(second["_links"])) == (15, ["self"])
    assert len(account.get(f"{FIELDS}?limit=250")["_embedded"]["custom_fields"]) == 65
    assert account("GET", f"{FIELDS}?page=3") == (204, None)


def test_fields_are_filtered_by_type_and_ordered() -> None:
    account = opened()
    created(account, {"name": "B", "type": "text", "sort": 9}, LIST, {"name": "A", "type": "text", "sort": 3})
    found = account.get(f"{FIELDS}?filter[type][0]=text&filter[type][1]=select&order[sort]=asc")
    assert [f["name"] for f in found["_embedded"]["custom_fields"]] == ["A", "B", "Источник"]


REFUSED: list[tuple[dict[str, Any], tuple[int, Any]]] = [
    ({"type": "text"}, missing("name")),
    ({"name": "A"}, missing("type")),
    ({"name": "A", "type": "multitext"}, no_choice("type")),
    ({"name": "A", "type": "select"}, missing("enums")),
    ({"name": "A", "type": "select", "enums": []}, missing("enums")),
    ({"name": "A", "type": "select", "enums": [{"value": "x"}]}, missing("enums.0.sort")),
    ({"name": "A", "type": "select", "enums": [{"value": "x", "sort": 1, "id": 5}]}, unexpected("enums.0.id")),
    ({"name": "A", "type": "text", "enums": SOURCES}, unexpected("enums")),
    ({"name": "A", "type": "text", "is_required": True}, unexpected("is_required")),
    ({"name": "A", "type": "text", "currency": "RUB"}, unexpected("currency")),
    ({"name": "A", "type": "monetary"}, missing("currency")),
    ({"name": "A", "type": "monetary", "currency": "rub"}, no_choice("currency")),
    ({"name": "A", "type": "text", "code": "UTM_TERM"}, no_choice("code")),
    ({"name": "A", "type": "text", "group_id": "leads_5"}, no_choice("group_id")),
    (
        {"name": "A", "type": "text", "group_id": 5},
        (400, invalid(("InvalidType", "group_id", "This value should be of type string."))),
    ),
    ({"name": "A", "type": "text", "required_statuses": [pair(5)]}, no_choice("required_statuses.0.status_id")),
    ({"name": "A", "type": "text", "required_statuses": [pair(UNSORTED)]}, no_choice("required_statuses.0.status_id")),
    (
        {"name": "A", "type": "text", "required_statuses": [pair(FIRST, 5)]},
        no_choice("required_statuses.0.pipeline_id"),
    ),
    (
        {"name": "A", "type": "text", "required_statuses": [{"status_id": 5}]},
        missing("required_statuses.0.pipeline_id"),
    ),
]


@pytest.mark.parametrize(("sent", "answer"), REFUSED)
def test_what_a_new_field_may_not_be_is_told_by_path(sent: dict[str, Any], answer: tuple[int, Any]) -> None:
    assert opened()("POST", FIELDS, [sent]) == answer


def test_a_code_is_given_once_in_a_batch_too() -> None:
    sent = {"name": "A", "type": "text", "code": "A"}
    status, told = opened()("POST", FIELDS, [sent, dict(sent)])
    assert status == 400
    assert [error["request_id"] for error in told["validation-errors"]] == ["0", "1"]


def test_won_and_lost_are_taken_as_required_and_not_kept() -> None:
    account = opened()
    (told,) = created(account, {"name": "A", "type": "text", "required_statuses": [pair(142), pair(FIRST), pair(143)]})
    assert told["required_statuses"] == [pair(FIRST)]
    again = account.write("PATCH", f"{FIELDS}/{told['id']}", {"required_statuses": [pair(142)]})
    assert again["required_statuses"] == []
