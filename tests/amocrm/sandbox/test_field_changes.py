"""Changes of the practice account's custom fields: lists replace lists, a type stays."""

from __future__ import annotations

import pytest

from tests.amocrm.sandbox.asking import (
    FIELDS,
    KOMMO,
    PIPELINES,
    missing,
    no_choice,
    opened,
    problem,
)
from tests.amocrm.sandbox.field_samples import FIRST, LIST, MONEY, SECOND, created, pair
from wizard.amocrm.sandbox import Contents, SuperFields, Variant


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
