"""Loss reasons of the practice account: one list, written by a way nobody promises."""

from __future__ import annotations

from typing import Any

import pytest

from tests.amocrm.sandbox.asking import (
    HOST,
    KOMMO,
    NOW,
    REASONS,
    Account,
    invalid,
    missing,
    opened,
    problem,
    unexpected,
)
from wizard.amocrm.sandbox import Contents, LossReasons, Variant

OUT_OF_RANGE = "This value should be between 1 and 100000."


def created(account: Account, *sent: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = account.write("POST", REASONS, list(sent))["_embedded"]["loss_reasons"]
    return found


def test_a_new_account_has_none_which_is_an_answer_without_a_body() -> None:
    assert opened()("GET", REASONS) == (204, None)


def test_a_new_reason_gets_an_id_and_is_read_back() -> None:
    account = opened()
    one, two = created(account, {"name": "Дорого", "sort": 2}, {"name": "Не дозвонились", "request_id": "b"})
    assert one == {
        "id": one["id"],
        "name": "Дорого",
        "sort": 2,
        "created_at": NOW,
        "updated_at": NOW,
        "_links": {"self": {"href": f"{HOST}/api/v4{REASONS}/{one['id']}"}},
        "request_id": "0",
    }
    assert (two["sort"], two.pop("request_id"), one.pop("request_id")) == (100_000, "b", "0")
    assert account.get(REASONS)["_embedded"] == {"loss_reasons": [one, two]}
    assert account.get(f"{REASONS}/{two['id']}") == two


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ({"sort": 1}, missing("name")),
        ({"name": "A", "sort": 0}, (400, invalid(("NotInRange", "sort", OUT_OF_RANGE)))),
        ({"name": "A", "sort": 100_001}, (400, invalid(("NotInRange", "sort", OUT_OF_RANGE)))),
        ({"name": "A", "pipeline_id": 1}, unexpected("pipeline_id")),
    ],
)
def test_what_a_reason_may_not_be_is_told_by_path(sent: dict[str, Any], answer: tuple[int, Any]) -> None:
    assert opened()("POST", REASONS, [sent]) == answer


def test_a_reason_is_changed_and_deleted_one_by_one() -> None:
    account = opened()
    one, two = created(account, {"name": "A", "sort": 1}, {"name": "B", "sort": 2})
    assert account.write("PATCH", f"{REASONS}/{one['id']}", {"name": "C", "sort": 3})["name"] == "C"
    assert [r["name"] for r in account.get(REASONS)["_embedded"]["loss_reasons"]] == ["B", "C"]
    assert account("PATCH", REASONS, [{"id": one["id"], "name": "D"}])[0] == 405
    assert account("DELETE", f"{REASONS}/{two['id']}") == (204, None)
    assert account("DELETE", f"{REASONS}/{two['id']}") == (404, problem(404, "Not Found", "Loss reason not found"))


def test_a_deleted_reason_leaves_the_deals_it_was_given_to() -> None:
    account = opened(Variant())
    (reason,) = created(account, {"name": "A", "sort": 1})
    lead = account.sandbox.account.leads[0].id
    account.write("PATCH", "/leads", [{"id": lead, "status_id": 143, "loss_reason_id": reason["id"]}])
    told = account.get(f"/leads/{lead}?with=loss_reason")
    assert [r["name"] for r in told["_embedded"]["loss_reason"]] == ["A"]
    account("DELETE", f"{REASONS}/{reason['id']}")
    assert account.get(f"/leads/{lead}?with=loss_reason")["_embedded"]["loss_reason"] == []


def test_in_some_accounts_reasons_are_read_only() -> None:
    account = opened(Variant(contents=Contents.BUSY, loss_reasons=LossReasons.READ_ONLY))
    found = account.get(REASONS)["_embedded"]["loss_reasons"]
    refusal = (405, problem(405, "Method Not Allowed", "Method Not Allowed"))
    assert len(found) == 4
    assert account("POST", REASONS, [{"name": "A", "sort": 1}]) == refusal
    assert account("PATCH", f"{REASONS}/{found[0]['id']}", {"name": "A"}) == refusal
    assert account("DELETE", f"{REASONS}/{found[0]['id']}") == refusal
    assert account.get(REASONS)["_embedded"]["loss_reasons"] == found


def test_whether_managers_are_asked_for_a_reason_is_told_by_the_account() -> None:
    asked = {kind: opened(Variant(loss_reasons=kind)).get("/account")["is_loss_reason_enabled"] for kind in LossReasons}
    assert asked == {LossReasons.ON: True, LossReasons.OFF: False, LossReasons.READ_ONLY: True}


def test_kommo_answers_a_new_reason_with_201() -> None:
    assert opened(KOMMO)("POST", REASONS, [{"name": "A"}])[0] == 201
