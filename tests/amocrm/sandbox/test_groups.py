"""Sections of the deal's card in the practice account."""

from __future__ import annotations

from tests.amocrm.sandbox.asking import (
    FIELDS,
    GROUPS,
    HOST,
    missing,
    no_choice,
    opened,
    problem,
)
from tests.amocrm.sandbox.field_samples import LIST, created


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
    renamed = {k: v for k, v in group.items() if k != "request_id"} | {"name": "О клиенте"}
    assert account.get(f"{GROUPS}/{group['id']}") == renamed
    assert account("DELETE", f"{GROUPS}/{group['id']}") == (204, None)
    assert account.get(f"{FIELDS}/{one['id']}")["group_id"] is None


def test_groups_that_cannot_be() -> None:
    account = opened()
    assert account("POST", GROUPS, [{"name": "A"}]) == missing("sort")
    assert account("PATCH", f"{GROUPS}/statistic", {"fields": [5]}) == no_choice("fields.0", item=None)
    assert account("DELETE", f"{GROUPS}/statistic") == no_choice("id", item=None)
    assert account("DELETE", f"{GROUPS}/leads_5") == (404, problem(404, "Not Found", "Custom field group not found"))
