"""Pipelines of the practice account: created whole, changed by keys, deleted when empty."""

from __future__ import annotations

from typing import Any

from tests.amocrm.sandbox.asking import (
    FRESH,
    HOST,
    KOMMO,
    PIPELINES,
    no_choice,
    opened,
    problem,
    unexpected,
)
from tests.amocrm.sandbox.pipeline_samples import body, created, names
from wizard.amocrm.sandbox import Contents, Variant

STOCK = 7_000_001
ADDRESS = f"{HOST}/api/v4/leads/pipelines"


def stage(pipeline: int, stage_id: int, **told: Any) -> dict[str, Any]:
    made = {"id": stage_id, "is_editable": True, "pipeline_id": pipeline, "type": 0, "account_id": 31_000_001}
    return made | {"_links": {"self": {"href": f"{ADDRESS}/{pipeline}/statuses/{stage_id}"}}} | told


def stock() -> dict[str, Any]:
    own = [
        (7_000_003, "Первичный контакт", 20, "#99ccff"),
        (7_000_004, "Переговоры", 30, "#ffff99"),
        (7_000_005, "Принимают решение", 40, "#ffcc66"),
        (7_000_006, "Согласование договора", 50, "#ffcccc"),
    ]
    first = {"name": "Неразобранное", "sort": 10, "color": "#c1c1c1", "type": 1, "is_editable": False}
    won = {"name": "Успешно реализовано", "sort": 10_000, "color": "#CCFF66", "is_editable": False}
    lost = {"name": "Закрыто и не реализовано", "sort": 11_000, "color": "#D5D8DB", "is_editable": False}
    return {
        "id": STOCK,
        "name": "Воронка",
        "sort": 1,
        "is_main": True,
        "is_unsorted_on": True,
        "is_archive": False,
        "account_id": 31_000_001,
        "_links": {"self": {"href": f"{ADDRESS}/{STOCK}"}},
        "_embedded": {
            "statuses": [
                stage(STOCK, 7_000_002, **first),
                *(stage(STOCK, i, name=name, sort=sort, color=colour) for i, name, sort, colour in own),
                stage(STOCK, 142, **won),
                stage(STOCK, 143, **lost),
            ]
        },
    }


def test_a_new_account_has_the_stock_pipeline_alone() -> None:
    assert opened().get(PIPELINES) == {
        "_total_items": 1,
        "_links": {"self": {"href": ADDRESS}},
        "_embedded": {"pipelines": [stock()]},
    }


def test_pages_of_the_list_are_ignored() -> None:
    account = opened(Variant(contents=Contents.BUSY))
    assert account.get(f"{PIPELINES}?page=7&limit=2") == account.get(PIPELINES)
    assert len(account.pipelines()) == 10


def test_a_pipeline_alone_is_a_bare_object_and_kommo_shows_a_list_of_one() -> None:
    assert opened().get(f"{PIPELINES}/{STOCK}") == stock()
    kommo = opened(KOMMO)
    assert kommo.get(f"{PIPELINES}/{STOCK}") == kommo.get(PIPELINES)


def test_kommo_has_its_own_names() -> None:
    (pipeline,) = opened(KOMMO).pipelines()
    assert [name for name, _ in names(pipeline)] == [
        "Incoming leads",
        "Initial contact",
        "Discussions",
        "Decision making",
        "Contract discussion",
        "Closed – won",
        "Closed – lost",
    ]


def test_a_pipeline_that_is_not_there_is_not_found() -> None:
    assert opened()("GET", f"{PIPELINES}/5") == (404, problem(404, "Not Found", "Pipeline not found"))


def test_a_pipeline_is_changed_by_the_keys_that_are_sent() -> None:
    account = opened()
    pipeline = created(account, body())
    told = account.write("PATCH", f"{PIPELINES}/{pipeline['id']}", {"name": "Продажа", "sort": 40})
    assert told == pipeline | {"name": "Продажа", "sort": 40, "request_id": "0"}


def test_without_incoming_leads_the_stage_is_gone_and_its_deals_stand_in_the_first_own_one() -> None:
    account = opened(Variant())
    told = account.write("PATCH", f"{PIPELINES}/{STOCK}", {"is_unsorted_on": False})
    assert names(told)[:2] == [("Первичный контакт", 10), ("Переговоры", 20)]
    assert {lead.stage for lead in account.sandbox.account.leads[:2]} == {7_000_003}
    again = account.write("PATCH", f"{PIPELINES}/{STOCK}", {"is_unsorted_on": True})
    assert names(again)[:2] == [("Неразобранное", 10), ("Первичный контакт", 20)]


def test_there_is_one_main_pipeline_and_the_server_says_where_it_stands() -> None:
    account = opened()
    pipeline = created(account, body())["id"]
    account.write("PATCH", f"{PIPELINES}/{pipeline}", {"is_main": True, "sort": 30})
    assert [(p["id"], p["is_main"], p["sort"]) for p in account.pipelines()] == [
        (pipeline, True, 1),
        (STOCK, False, 1),
    ]
    told = account.write("PATCH", f"{PIPELINES}/{pipeline}", {"is_main": False})
    assert told["is_main"] is True


def test_stages_are_not_changed_through_their_pipeline() -> None:
    sent: dict[str, Any] = {"_embedded": {"statuses": []}}
    assert opened()("PATCH", f"{PIPELINES}/{STOCK}", sent) == unexpected("_embedded", item=None)


def test_changing_a_pipeline_that_is_not_there_is_an_error_of_the_body() -> None:
    assert opened()("PATCH", f"{PIPELINES}/5", {"name": "A"}) == no_choice("id", item=None)


def test_an_empty_pipeline_is_deleted_and_a_second_time_it_is_no_valid_choice() -> None:
    account = opened()
    pipeline = created(account, body())["id"]
    assert account("DELETE", f"{PIPELINES}/{pipeline}") == (204, None)
    assert account("DELETE", f"{PIPELINES}/{pipeline}") == no_choice("id", item=None)


def test_kommo_answers_a_deletion_with_an_empty_object() -> None:
    account = opened(KOMMO)
    pipeline = created(account, body())["id"]
    assert account("DELETE", f"{PIPELINES}/{pipeline}") == (200, {})


def test_a_pipeline_with_deals_is_not_deleted_even_when_they_are_in_the_bin() -> None:
    account = opened(Variant(contents=Contents.BUSY))
    refusal = problem(422, "Unprocessable Entity", "Only pipelines without leads can be deleted")
    archived = account.pipelines()[-1]["id"]
    assert account("GET", f"/leads?filter[pipeline_id][0]={archived}") == (204, None)
    assert account("DELETE", f"{PIPELINES}/{archived}") == (422, refusal)
    assert account("DELETE", f"{PIPELINES}/{STOCK}") == (422, refusal)


def test_neither_the_last_nor_the_main_pipeline_is_deleted() -> None:
    account = opened(FRESH)
    last = problem(422, "Unprocessable Entity", "The last pipeline can not be deleted")
    main = problem(422, "Unprocessable Entity", "The main pipeline can not be deleted")
    assert account("DELETE", f"{PIPELINES}/{STOCK}") == (422, last)
    created(account, body())
    assert account("DELETE", f"{PIPELINES}/{STOCK}") == (422, main)
