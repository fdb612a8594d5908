"""New pipelines of the practice account: what the server adds, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.amocrm.sandbox.asking import (
    PIPELINES,
    invalid,
    missing,
    no_choice,
    opened,
    problem,
    unexpected,
)
from tests.amocrm.sandbox.pipeline_samples import body, created, names, with_stages
from wizard.amocrm.sandbox import Contents, Variant


def test_a_new_pipeline_gets_the_server_s_stages_around_its_own_which_are_renumbered() -> None:
    account = opened()
    sent = with_stages(
        {"name": "Второй", "sort": 200},
        {"name": "Первый", "sort": 100, "color": "#98cbff"},
        {"id": 142, "name": "Оплачено"},
    )
    told = created(account, sent | {"request_id": "a"})
    assert names(told) == [
        ("Неразобранное", 10),
        ("Первый", 20),
        ("Второй", 30),
        ("Оплачено", 10_000),
        ("Закрыто и не реализовано", 11_000),
    ]
    assert told.pop("request_id") == "a"
    assert told == account.get(f"{PIPELINES}/{told['id']}")


def test_without_incoming_leads_own_stages_begin_at_ten() -> None:
    told = created(opened(), body(is_unsorted_on=False))
    assert names(told)[0] == ("Замер назначен", 10)
    assert told["request_id"] == "0"


def test_two_pipelines_may_have_one_name_so_a_repeated_request_leaves_two() -> None:
    account = opened()
    for _ in range(2):
        created(account, body())
    assert [p["name"] for p in account.pipelines()] == ["Воронка", "Замер", "Замер"]


@pytest.mark.parametrize("key", ["name", "sort", "is_main", "is_unsorted_on", "_embedded"])
def test_each_key_of_a_new_pipeline_is_needed(key: str) -> None:
    sent = body()
    del sent[key]
    assert opened()("POST", PIPELINES, [sent]) == missing(key)


REFUSED = [
    (body(id=1), unexpected("id")),
    (with_stages(), missing("_embedded.statuses.0")),
    (with_stages({"id": 142, "name": "Оплата"}), missing("_embedded.statuses.0")),
    (with_stages({"name": "A", "sort": 1, "color": "#99ccff"}), no_choice("_embedded.statuses.0.color")),
    (with_stages({"name": "A", "sort": 1, "type": 0}), unexpected("_embedded.statuses.0.type")),
    (with_stages({"name": "A", "sort": 1, "descriptions": []}), unexpected("_embedded.statuses.0.descriptions")),
    (with_stages({"name": "A", "sort": 1}, {"id": 9, "name": "B"}), no_choice("_embedded.statuses.1.id")),
    (
        with_stages({"name": "A", "sort": 1}, {"id": 142, "name": "B", "sort": 9}),
        unexpected("_embedded.statuses.1.sort"),
    ),
    (body(sort="20"), (400, invalid(("InvalidType", "sort", "This value should be of type int.")))),
    (body(is_main=1), (400, invalid(("InvalidType", "is_main", "This value should be of type bool.")))),
    (body(sort=True), (400, invalid(("InvalidType", "sort", "This value should be of type int.")))),
    (body(name=" "), (400, invalid(("IsBlank", "name", "This value should not be blank.")))),
    (
        body(name="я" * 256),
        (400, invalid(("TooLong", "name", "This value is too long. It should have 255 characters or less."))),
    ),
    ("Замер", (400, invalid(("InvalidType", "", "This value should be of type array.")))),
]


@pytest.mark.parametrize(("sent", "answer"), REFUSED)
def test_what_a_new_pipeline_may_not_be_is_told_by_path(sent: Any, answer: tuple[int, Any]) -> None:
    account = opened()
    assert account("POST", PIPELINES, [sent]) == answer
    assert len(account.pipelines()) == 1


def test_one_wrong_item_refuses_the_whole_batch() -> None:
    account = opened()
    assert account("POST", PIPELINES, [body(request_id="a"), body(name=1, request_id="b")]) == (
        400,
        invalid(("InvalidType", "name", "This value should be of type string."), item="b"),
    )
    assert len(account.pipelines()) == 1


@pytest.mark.parametrize("sent", [body(), [], None])
def test_only_a_list_of_objects_is_taken(sent: Any) -> None:
    status, told = opened()("POST", PIPELINES, sent)
    assert (status, told["title"]) == (400, "Bad Request")


def test_the_fifty_first_pipeline_does_not_fit() -> None:
    account = opened(Variant(contents=Contents.NEARLY_FULL))
    refusal = problem(422, "Unprocessable Entity", "Maximum number of pipelines in an account is 50")
    assert account("POST", PIPELINES, [body(), body()]) == (422, refusal)
    created(account, body())
    assert account("POST", PIPELINES, [body()]) == (422, refusal)
