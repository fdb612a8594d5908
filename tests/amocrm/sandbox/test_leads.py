"""Deals of the practice account: counted by pages, moved in batches."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.amocrm.sandbox.asking import HOST, NOW, Account, invalid, missing, no_choice, opened, problem
from wizard.amocrm.sandbox import Contents, Variant

STOCK, UNSORTED, FIRST, SECOND = 7_000_001, 7_000_002, 7_000_003, 7_000_004
PRACTICE = Variant()
BUSY = Variant(contents=Contents.BUSY)


def leads(account: Account, path: str = "/leads") -> list[dict[str, Any]]:
    """Every deal of a list, page after page."""
    found = []
    while path:
        told = account.get(path)
        found += told["_embedded"]["leads"]
        path = told["_links"].get("next", {}).get("href", "")
    return found


def in_stage(pipeline: int, stage: int) -> str:
    return f"/leads?filter[statuses][0][pipeline_id]={pipeline}&filter[statuses][0][status_id]={stage}"


def test_the_practice_account_has_thirty_deals_at_every_stage() -> None:
    found = leads(opened(PRACTICE))
    assert Counter(lead["status_id"] for lead in found) == {
        UNSORTED: 2,
        FIRST: 7,
        SECOND: 6,
        7_000_005: 5,
        7_000_006: 4,
        142: 3,
        143: 3,
    }
    assert {lead["pipeline_id"] for lead in found} == {STOCK}


def test_a_deal_says_where_it_is() -> None:
    account = opened(PRACTICE)
    lead = leads(account)[24]
    assert lead == account.get(f"/leads/{lead['id']}")
    assert lead == {
        "id": lead["id"],
        "name": "Михаил Авдеев, оплатил",
        "price": 99_000,
        "responsible_user_id": 9_000_001,
        "group_id": 0,
        "status_id": 142,
        "pipeline_id": STOCK,
        "loss_reason_id": None,
        "created_by": 9_000_001,
        "updated_by": 9_000_001,
        "created_at": NOW - 26 * 86_400,
        "updated_at": NOW - 25 * 86_400,
        "closed_at": NOW - 25 * 86_400,
        "closest_task_at": None,
        "is_deleted": False,
        "custom_fields_values": None,
        "account_id": 31_000_001,
        "_links": {"self": {"href": f"{HOST}/api/v4/leads/{lead['id']}"}},
        "_embedded": {"tags": [], "companies": []},
    }


def test_there_is_no_total_so_deals_are_counted_by_following_links() -> None:
    account = opened(BUSY)
    second = account.pipelines()[1]["id"]
    address = f"/leads?filter[pipeline_id][0]={second}&limit=250"
    first = account.get(address)
    assert sorted(first) == ["_embedded", "_links", "_page"]
    assert len(first["_embedded"]["leads"]) == 250
    assert len(leads(account, address)) == 299
    assert len(leads(account, address.replace("250", "100"))) == 299


def test_a_page_is_never_longer_than_250() -> None:
    assert len(opened(BUSY).get("/leads?limit=1000")["_embedded"]["leads"]) == 250


def test_no_deals_is_an_answer_without_a_body() -> None:
    account = opened(BUSY)
    empty = account.pipelines()[2]["id"]
    assert account("GET", f"/leads?filter[pipeline_id]={empty}") == (204, None)
    assert account("GET", "/leads?page=9") == (204, None)


def test_a_stage_is_named_together_with_its_pipeline() -> None:
    account = opened(BUSY)
    second = account.pipelines()[1]["id"]
    assert len(leads(account, in_stage(STOCK, 142))) == 3
    assert account("GET", in_stage(second, 142)) == (204, None)
    refusal = problem(400, "Bad Request", "Both pipeline_id and status_id are required in filter[statuses]")
    assert account("GET", "/leads?filter[statuses][0][status_id]=142") == (400, refusal)


def test_deals_in_the_bin_are_not_seen() -> None:
    account = opened(BUSY)
    thrown = account.sandbox.account.leads[-1]
    assert thrown.in_bin
    assert thrown.id not in [lead["id"] for lead in leads(account)]
    assert account("GET", f"/leads/{thrown.id}") == (404, problem(404, "Not Found", "Lead not found"))
    assert account("PATCH", "/leads", [{"id": thrown.id, "name": "A"}]) == no_choice("id")


def test_deals_are_moved_to_another_pipeline_and_closed() -> None:
    account = opened(BUSY)
    second = account.pipelines()[1]
    target = second["_embedded"]["statuses"][2]["id"]
    one, two = leads(account)[4:6]
    sent = [
        {"id": one["id"], "pipeline_id": second["id"], "status_id": target},
        {"id": two["id"], "status_id": 143, "request_id": "b"},
    ]
    links = [{"self": {"href": f"{HOST}/api/v4/leads/{lead['id']}"}} for lead in (one, two)]
    assert account.write("PATCH", "/leads", sent) == {
        "_links": {"self": {"href": f"{HOST}/api/v4/leads"}},
        "_embedded": {
            "leads": [
                {"id": one["id"], "updated_at": NOW, "_links": links[0], "request_id": "0"},
                {"id": two["id"], "updated_at": NOW, "_links": links[1], "request_id": "b"},
            ]
        },
    }
    moved = {"pipeline_id": second["id"], "status_id": target, "updated_at": NOW}
    closed = {"status_id": 143, "closed_at": NOW, "updated_at": NOW}
    assert leads(account)[4:6] == [one | moved, two | closed]


def test_a_deal_is_moved_alone_too() -> None:
    account = opened(PRACTICE)
    lead = leads(account)[2]["id"]
    account.write("PATCH", f"/leads/{lead}", {"status_id": SECOND})
    assert account.get(f"/leads/{lead}")["status_id"] == SECOND


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ({}, missing("id")),
        ({"id": 5}, no_choice("id")),
        ({"id": 7_000_014, "pipeline_id": STOCK}, missing("status_id")),
        ({"id": 7_000_014, "pipeline_id": 5, "status_id": 142}, no_choice("pipeline_id")),
        ({"id": 7_000_014, "pipeline_id": STOCK, "status_id": 5}, no_choice("status_id")),
        ({"id": 7_000_014, "pipeline_id": STOCK, "status_id": UNSORTED}, no_choice("status_id")),
        ({"id": 7_000_014, "status_id": 143, "loss_reason_id": 5}, no_choice("loss_reason_id")),
        (
            {"id": 7_000_014, "price": 1.5},
            (400, invalid(("InvalidType", "price", "This value should be of type int."))),
        ),
    ],
)
def test_where_a_deal_may_not_go_is_told_by_path(sent: dict[str, Any], answer: tuple[int, Any]) -> None:
    account = opened(PRACTICE)
    before = leads(account)
    assert account("PATCH", "/leads", [sent]) == answer
    assert leads(account) == before


def test_at_most_250_deals_are_moved_at_once() -> None:
    account = opened(BUSY)
    second = account.pipelines()[1]
    target = second["_embedded"]["statuses"][2]["id"]
    ids = [lead["id"] for lead in leads(account, f"/leads?filter[pipeline_id]={second['id']}")]
    sent = [{"id": lead, "pipeline_id": second["id"], "status_id": target} for lead in ids]
    refusal = problem(400, "Bad Request", "Too many entities: at most 250")
    assert account("PATCH", "/leads", sent) == (400, refusal)
    account.write("PATCH", "/leads", sent[:250])
    assert len(leads(account, in_stage(second["id"], target))) == 250
