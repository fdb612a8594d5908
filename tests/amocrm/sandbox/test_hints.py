"""Hints for managers at the stages of the practice account."""

from __future__ import annotations

from typing import Any

import pytest

from tests.amocrm.sandbox.asking import PIPELINES, Account, invalid, missing, no_choice, opened

STOCK, FIRST = 7_000_001, 7_000_003
STAGE = f"{PIPELINES}/{STOCK}/statuses/{FIRST}"


def texts(account: Account) -> dict[str, str]:
    hints = account.get(f"{STAGE}?with=descriptions")["descriptions"]
    return {hint["level"]: hint["description"] for hint in hints}


def put(account: Account, *hints: Any) -> Any:
    return account.write("PATCH", STAGE, {"descriptions": list(hints)})["descriptions"]


def hint(level: str, text: str | None = None, **more: Any) -> dict[str, Any]:
    return {"level": level, **({} if text is None else {"description": text}), **more}


def test_a_hint_is_told_back_and_read_only_when_asked_for() -> None:
    account = opened()
    (told,) = put(account, hint("newbie", "Позвоните 📞"))
    assert told == {
        "id": told["id"],
        "account_id": 31_000_001,
        "created_at": "2027-01-15 08:00:00",
        "updated_at": "2027-01-15 08:00:00",
        "created_by": 0,
        "updated_by": 0,
        "pipeline_id": STOCK,
        "status_id": FIRST,
        "level": "newbie",
        "description": "Позвоните 📞",
    }
    assert account.get(f"{STAGE}?with=descriptions")["descriptions"] == [told]
    assert "descriptions" not in account.get(STAGE)
    listed = account.get(f"{PIPELINES}/{STOCK}/statuses?with=descriptions")["_embedded"]["statuses"]
    assert [stage["descriptions"] for stage in listed] == [[], [told], [], [], [], [], []]
    assert "descriptions" not in account.stages(STOCK)[1]


def test_levels_that_are_not_sent_keep_their_texts() -> None:
    account = opened()
    put(account, hint("newbie", "a"), hint("master", "b"))
    put(account, hint("candidate", "c"), hint("newbie", "d"))
    assert texts(account) == {"newbie": "d", "master": "b", "candidate": "c"}


def test_a_text_is_changed_and_deleted_by_its_id() -> None:
    account = opened()
    (told,) = put(account, hint("newbie", "a"))
    (changed,) = put(account, hint("newbie", "b", id=told["id"]))
    assert changed == told | {"description": "b"}
    assert put(account, hint("newbie", id=told["id"])) == []
    assert texts(account) == {}


def test_a_new_stage_may_come_with_hints() -> None:
    account = opened()
    sent = [{"name": "A", "sort": 90, "descriptions": [hint("master", "x" * 1000)]}]
    (stage,) = account.write("POST", f"{PIPELINES}/{STOCK}/statuses", sent)["_embedded"]["statuses"]
    assert [(told["level"], told["description"]) for told in stage["descriptions"]] == [("master", "x" * 1000)]


LONG = "This value is too long. It should have 1000 characters or less."
REFUSED: list[tuple[list[Any], tuple[int, Any]]] = [
    ([hint("newbie", "x" * 1001)], (400, invalid(("TooLong", "descriptions.0.description", LONG), item=None))),
    ([hint("expert", "a")], no_choice("descriptions.0.level", item=None)),
    ([hint("newbie", "a"), hint("newbie", "b")], no_choice("descriptions.1.level", item=None)),
    ([hint("newbie", "a", id=5)], no_choice("descriptions.0.id", item=None)),
    ([hint("newbie")], missing("descriptions.0.description", item=None)),
    ([{"description": "a"}], missing("descriptions.0.level", item=None)),
]


@pytest.mark.parametrize(("sent", "answer"), REFUSED)
def test_what_hints_may_not_be_is_told_by_path(sent: list[Any], answer: tuple[int, Any]) -> None:
    account = opened()
    assert account("PATCH", STAGE, {"descriptions": sent}) == answer
    assert texts(account) == {}
