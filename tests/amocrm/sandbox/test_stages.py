"""Stages of the practice account: own ones as asked for, the server's own as the variant says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.amocrm.sandbox.asking import (
    FRESH,
    HOST,
    PIPELINES,
    Account,
    invalid,
    missing,
    no_choice,
    opened,
    problem,
    unexpected,
)
from wizard.amocrm.sandbox import Contents, SystemStages, Variant

STOCK = 7_000_001
UNSORTED, FIRST, SECOND, LAST = 7_000_002, 7_000_003, 7_000_004, 7_000_006
STATUSES = f"{PIPELINES}/{STOCK}/statuses"


def named(account: Account, pipeline: int = STOCK) -> list[str]:
    return [stage["name"] for stage in account.stages(pipeline)]


def test_the_list_of_stages_is_that_of_the_pipeline() -> None:
    account = opened()
    told = account.get(STATUSES)
    assert told["_embedded"] == account.get(f"{PIPELINES}/{STOCK}")["_embedded"]
    assert (told["_total_items"], told["_links"]) == (7, {"self": {"href": f"{HOST}/api/v4{STATUSES}"}})


def test_a_stage_alone_is_a_bare_object() -> None:
    account = opened()
    assert account.get(f"{STATUSES}/{FIRST}") == account.stages(STOCK)[1]
    assert account("GET", f"{STATUSES}/5") == (404, problem(404, "Not Found", "Status not found"))


def test_won_and_lost_are_in_every_pipeline_with_names_of_their_own() -> None:
    account = opened(Variant(contents=Contents.BUSY))
    pipelines = [pipeline["id"] for pipeline in account.pipelines()]
    account.write("PATCH", f"{PIPELINES}/{pipelines[1]}/statuses/142", {"name": "Купил"})
    assert [account.get(f"{PIPELINES}/{p}/statuses/142")["name"] for p in pipelines[:3]] == [
        "Успешно реализовано",
        "Купил",
        "Успешно реализовано",
    ]


def test_new_stages_are_renumbered_after_those_there_are() -> None:
    account = opened()
    told = account.write("POST", STATUSES, [{"name": "A", "sort": 100}, {"name": "B", "sort": 200, "request_id": "b"}])
    assert [(s["name"], s["sort"], s["request_id"]) for s in told["_embedded"]["statuses"]] == [
        ("A", 60, "0"),
        ("B", 70, "b"),
    ]
    assert told["_embedded"]["statuses"][0] == account.stages(STOCK)[5] | {"request_id": "0"}


def test_a_new_stage_stands_where_it_asks_to() -> None:
    account = opened()
    account.write("POST", STATUSES, [{"name": "A", "sort": 30}])
    assert named(account)[:4] == ["Неразобранное", "Первичный контакт", "A", "Переговоры"]
    account.write("POST", STATUSES, [{"name": "B", "sort": 1}, {"name": "C", "sort": 99_999}])
    assert named(account)[1] == "B"
    assert named(account)[-3] == "C"


def test_in_some_accounts_new_stages_always_come_last() -> None:
    account = opened(Variant(contents=Contents.FRESH, new_stages_last=True))
    account.write("POST", STATUSES, [{"name": "A", "sort": 1}, {"name": "B", "sort": 1}])
    assert named(account)[-4:-2] == ["A", "B"]


def test_a_pipeline_holds_a_hundred_stages() -> None:
    account = opened(Variant(contents=Contents.NEARLY_FULL))
    full = account.pipelines()[1]["id"]
    refusal = problem(422, "Unprocessable Entity", "Maximum number of statuses in a pipeline is 100")
    two = [{"name": "A", "sort": 1}, {"name": "B", "sort": 2}]
    assert account("POST", f"{PIPELINES}/{full}/statuses", two) == (422, refusal)
    account.write("POST", f"{PIPELINES}/{full}/statuses", two[:1])
    assert account("POST", f"{PIPELINES}/{full}/statuses", two[1:]) == (422, refusal)
    assert len(account.stages(full)) == 100


REFUSED: list[tuple[Any, tuple[int, Any]]] = [
    ({"sort": 1}, missing("name")),
    ({"name": "A"}, missing("sort")),
    ({"name": "A", "sort": 1, "id": 142}, unexpected("id")),
    ({"name": "A", "sort": 1, "is_editable": True}, unexpected("is_editable")),
    ({"name": "A", "sort": 1, "color": "#FFFEB2"}, no_choice("color")),
    (
        {"name": "A", "sort": 1, "descriptions": [{"level": "boss", "description": "x"}]},
        no_choice("descriptions.0.level"),
    ),
]


@pytest.mark.parametrize(("sent", "answer"), REFUSED)
def test_what_a_new_stage_may_not_be_is_told_by_path(sent: Any, answer: tuple[int, Any]) -> None:
    assert opened()("POST", STATUSES, [sent]) == answer


def test_an_own_stage_is_changed_by_the_keys_that_are_sent() -> None:
    account = opened()
    before = account.get(f"{STATUSES}/{FIRST}")
    told = account.write("PATCH", f"{STATUSES}/{FIRST}", {"name": "Разговор", "color": "#98cbff"})
    after = before | {"name": "Разговор", "color": "#98cbff"}
    assert told == after | {"request_id": "0"}
    assert account.get(f"{STATUSES}/{FIRST}") == after


@pytest.mark.parametrize(("sort", "place"), [(1, 1), (20, 1), (30, 2), (40, 3), (50, 4), (9_999, 4)])
def test_a_moved_stage_takes_the_place_it_asks_for(sort: int, place: int) -> None:
    account = opened()
    account.write("PATCH", f"{STATUSES}/{SECOND}", {"sort": sort})
    assert named(account).index("Переговоры") == place
    assert [stage["sort"] for stage in account.stages(STOCK)] == [10, 20, 30, 40, 50, 10_000, 11_000]


@pytest.mark.parametrize("sent", [{}, [{"name": "A"}]])
def test_a_change_of_a_stage_is_one_object_with_at_least_one_key(sent: Any) -> None:
    refusal = problem(400, "Bad Request", "Request body must be a not empty object")
    assert opened()("PATCH", f"{STATUSES}/{FIRST}", sent) == (400, refusal)


@pytest.mark.parametrize("stage", [142, 143, UNSORTED])
def test_a_system_stage_takes_a_name_and_nothing_else(stage: int) -> None:
    account = opened()
    before = account.get(f"{STATUSES}/{stage}")
    account.write("PATCH", f"{STATUSES}/{stage}", {"name": "Иначе", "sort": 20, "color": "#98cbff"})
    assert account.get(f"{STATUSES}/{stage}") == before | {"name": "Иначе"}


def test_where_system_stages_cannot_be_renamed_the_change_is_ignored_or_refused() -> None:
    ignoring = opened(Variant(contents=Contents.FRESH, system_stages=SystemStages.IGNORED))
    before = ignoring.get(f"{STATUSES}/142")
    assert ignoring("PATCH", f"{STATUSES}/142", {"name": "Иначе"}) == (200, before | {"request_id": "0"})
    refusing = opened(Variant(contents=Contents.FRESH, system_stages=SystemStages.REFUSED))
    assert refusing("PATCH", f"{STATUSES}/142", {"name": "Иначе"}) == no_choice("id", item=None)
    assert refusing.get(f"{STATUSES}/142") == before


@pytest.mark.parametrize("stage", [142, 143, UNSORTED, 5])
def test_only_own_stages_are_deleted(stage: int) -> None:
    assert opened(FRESH)("DELETE", f"{STATUSES}/{stage}") == no_choice("id", item=None)


def test_deals_of_a_deleted_stage_fall_into_the_first_one() -> None:
    account = opened(Variant())
    fallen = [lead.id for lead in account.sandbox.account.leads if lead.stage == LAST]
    assert account("DELETE", f"{STATUSES}/{LAST}") == (204, None)
    assert named(account) == [
        "Неразобранное",
        "Первичный контакт",
        "Переговоры",
        "Принимают решение",
        "Успешно реализовано",
        "Закрыто и не реализовано",
    ]
    assert len(fallen) == 4
    assert {account.get(f"/leads/{lead}")["status_id"] for lead in fallen} == {FIRST}


def test_the_last_own_stage_stays() -> None:
    account = opened()
    for stage in account.stages(STOCK)[1:4]:
        account("DELETE", f"{STATUSES}/{stage['id']}")
    refusal = problem(422, "Unprocessable Entity", "A pipeline must have at least one status")
    assert account("DELETE", f"{STATUSES}/{LAST}") == (422, refusal)


def test_a_field_is_no_longer_required_at_a_deleted_stage() -> None:
    account = opened(Variant(contents=Contents.BUSY))
    pipeline = account.pipelines()[1]
    last = pipeline["_embedded"]["statuses"][4]["id"]
    required = [{"pipeline_id": pipeline["id"], "status_id": last}]
    assert [f["required_statuses"] for f in _fields(account)[-3:]] == [required, [], required]
    account("DELETE", f"{PIPELINES}/{pipeline['id']}/statuses/{last}")
    assert [f["required_statuses"] for f in _fields(account)[-3:]] == [[], [], []]


def _fields(account: Account) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = account.get("/leads/custom_fields")["_embedded"]["custom_fields"]
    return found


def test_changing_what_is_not_there_is_an_error_of_the_body() -> None:
    blank = ("IsBlank", "name", "This value should not be blank.")
    assert opened()("PATCH", f"{STATUSES}/5", {"name": "A"}) == no_choice("id", item=None)
    assert opened()("PATCH", f"{STATUSES}/{FIRST}", {"name": ""}) == (400, invalid(blank, item=None))
