"""Custom fields of the practice account."""

from __future__ import annotations

from typing import Any

import pytest

from tests.amocrm.sandbox.asking import (
    FIELDS,
    GROUPS,
    HOST,
    KOMMO,
    PIPELINES,
    Account,
    invalid,
    missing,
    no_choice,
    opened,
    problem,
    unexpected,
)
from wizard.amocrm.sandbox import Contents, SuperFields, Variant

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


def test_required_stages_replace_those_there_were() -> None:
    account = opened()
    (told,) = created(account, {"name": "A", "type": "text", "required_statuses": [pair(FIRST)]})
    again = account.write("PATCH", f"{FIELDS}/{told['id']}", {"required_statuses": [pair(SECOND)]})
    assert again == told | {"required_statuses": [pair(SECOND)]}


def test_values_sent_without_their_ids_are_new_ones_and_those_not_sent_are_gone() -> None:
    account = opened()
    (told,) = created(account, LIST)
    site, call = told["enums"]
    kept = [site, {"value": "Звонок", "sort": 2}, {"value": "Выставка", "sort": 3}]
    enums = account.write("PATCH", f"{FIELDS}/{told['id']}", {"enums": kept})["enums"]
    assert [(choice["value"], choice["sort"]) for choice in enums] == [("Сайт", 1), ("Звонок", 2), ("Выставка", 3)]
    assert enums[0]["id"] == site["id"]
    assert call["id"] not in [choice["id"] for choice in enums]


def test_a_change_may_not_lose_all_values_nor_name_those_of_others() -> None:
    account = opened()
    (told,) = created(account, LIST)
    address = f"{FIELDS}/{told['id']}"
    assert account("PATCH", address, {"enums": []}) == missing("enums", item=None)
    stranger = [{"id": 5, "value": "Сайт", "sort": 1}]
    assert account("PATCH", address, {"enums": stranger}) == no_choice("enums.0.id", item=None)


def test_a_type_stays_for_ever() -> None:
    account = opened()
    (told,) = created(account, LIST)
    assert account("PATCH", f"{FIELDS}/{told['id']}", {"type": "text"}) == no_choice("type", item=None)
    assert account("PATCH", f"{FIELDS}/{told['id']}", {"type": "select", "name": "Канал"})[0] == 201


def test_every_change_of_money_names_the_currency() -> None:
    account = opened()
    (told,) = created(account, MONEY)
    assert account("PATCH", f"{FIELDS}/{told['id']}", {"name": "Аванс"}) == missing("currency", item=None)
    changed = account.write("PATCH", f"{FIELDS}/{told['id']}", {"name": "Аванс", "currency": "RUB"})
    assert (changed["name"], changed["currency"]) == ("Аванс", "RUB")


@pytest.mark.parametrize(
    ("paid", "status", "title"),
    [(SuperFields.PAYMENT_REQUIRED, 402, "Payment Required"), (SuperFields.FORBIDDEN, 403, "Forbidden")],
)
def test_money_and_hidden_stages_are_refused_where_they_are_not_paid_for(
    paid: SuperFields, status: int, title: str
) -> None:
    account = opened(Variant(contents=Contents.FRESH, super_fields=paid))
    refusal = (status, problem(status, title, "Feature is not available for this account"))
    assert account("POST", FIELDS, [MONEY]) == refusal
    assert account("POST", FIELDS, [{"name": "A", "type": "text", "hidden_statuses": [pair(FIRST)]}]) == refusal
    assert len(created(account, {"name": "A", "type": "text"})) == 1


def test_several_fields_are_changed_at_once() -> None:
    account = opened()
    one, two = created(account, LIST, {"name": "A", "type": "text"})
    sent = [{"id": two["id"], "name": "B"}, {"id": one["id"], "required_statuses": [pair(FIRST)]}]
    status, told = account("PATCH", FIELDS, sent)
    assert (status, told["_embedded"]["custom_fields"]) == (
        201,
        [two | {"name": "B", "request_id": "0"}, one | {"required_statuses": [pair(FIRST)], "request_id": "1"}],
    )
    assert account("PATCH", FIELDS, [{"id": 5, "name": "B"}]) == no_choice("id")
    assert account("PATCH", FIELDS, [{"name": "B"}]) == missing("id")


def test_kommo_answers_changes_with_200() -> None:
    account = opened(KOMMO)
    (told,) = created(account, {"name": "A", "type": "text"})
    assert account("PATCH", f"{FIELDS}/{told['id']}", {"name": "B"}) == (200, told | {"name": "B", "request_id": "0"})


def test_own_fields_are_deleted_and_the_server_s_are_not() -> None:
    account = opened()
    (told,) = created(account, LIST)
    assert account("DELETE", f"{FIELDS}/{told['id']}") == (204, None)
    assert account("GET", f"{FIELDS}/{told['id']}") == (404, problem(404, "Not Found", "Custom field not found"))
    mark = account.get(FIELDS)["_embedded"]["custom_fields"][0]["id"]
    assert account("DELETE", f"{FIELDS}/{mark}") == no_choice("id", item=None)


def test_a_field_is_no_longer_required_in_a_deleted_pipeline() -> None:
    account = opened()
    stages = {"statuses": [{"name": "A", "sort": 1}]}
    body = {"name": "P", "sort": 9, "is_main": False, "is_unsorted_on": False, "_embedded": stages}
    (made,) = account.write("POST", PIPELINES, [body])["_embedded"]["pipelines"]
    needed = pair(made["_embedded"]["statuses"][0]["id"], made["id"])
    (told,) = created(account, {"name": "A", "type": "text", "required_statuses": [needed, pair(FIRST)]})
    account("DELETE", f"{PIPELINES}/{made['id']}")
    assert account.get(f"{FIELDS}/{told['id']}")["required_statuses"] == [pair(FIRST)]


def test_groups_are_created_filled_and_deleted() -> None:
    account = opened()
    (one,) = created(account, LIST)
    status, told = account("POST", GROUPS, [{"name": "Квалификация", "sort": 4}])
    (group,) = told["_embedded"]["custom_field_groups"]
    assert (status, group) == (
        201,
        {
            "id": group["id"],
            "name": "Квалификация",
            "is_predefined": False,
            "type": "custom_field_group",
            "entity_type": "leads",
            "sort": 4,
            "_links": {"self": {"href": f"{HOST}/api/v4{GROUPS}/{group['id']}"}},
            "request_id": "0",
        },
    )
    account.write("PATCH", f"{GROUPS}/{group['id']}", {"fields": [one["id"]], "name": "О клиенте"})
    assert account.get(f"{FIELDS}/{one['id']}") == {k: v for k, v in one.items() if k != "request_id"} | {
        "group_id": group["id"]
    }
    names = [g["name"] for g in account.get(GROUPS)["_embedded"]["custom_field_groups"]]
    assert names == ["Статистика", "О клиенте"]
    assert account("DELETE", f"{GROUPS}/{group['id']}") == (204, None)
    assert account.get(f"{FIELDS}/{one['id']}")["group_id"] is None


def test_groups_that_cannot_be() -> None:
    account = opened()
    assert account("POST", GROUPS, [{"name": "A"}]) == missing("sort")
    assert account("PATCH", f"{GROUPS}/statistic", {"fields": [5]}) == no_choice("fields.0", item=None)
    assert account("DELETE", f"{GROUPS}/statistic") == no_choice("id", item=None)
    assert account("DELETE", f"{GROUPS}/leads_5") == (404, problem(404, "Not Found", "Custom field group not found"))
