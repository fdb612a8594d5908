"""Texts for managers at a stage: one of each level, changed by id or by level, gone when sent without a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from wizard.amocrm.sandbox.answers import Json
from wizard.amocrm.sandbox.call import Call
from wizard.amocrm.sandbox.shapes import Key, Wrong, in_list, missing, no_choice
from wizard.amocrm.sandbox.state import Account, Hint, Stage

LEVELS = ("newbie", "candidate", "master")
LONGEST = 1000

_SHAPE = {
    "id": Key(int),
    "level": Key(str, required=True, choices=LEVELS),
    "description": Key(str, longest=LONGEST),
}


def check(sent: Sequence[Json], have: Sequence[Hint]) -> Iterator[Wrong]:
    """What is wrong with `descriptions` of a stage that has these texts."""
    if wrongs := list(in_list(sent, _SHAPE, at="descriptions")):
        yield from wrongs
        return
    levels = {hint.id: hint.level for hint in have}
    seen: Counter[str] = Counter()
    for place, item in enumerate(sent):
        seen[item["level"]] += 1
        if seen[item["level"]] > 1:
            yield no_choice(f"descriptions.{place}.level")
        if "id" not in item and "description" not in item:
            yield missing(f"descriptions.{place}.description")
        if "id" in item and levels.get(item["id"]) != item["level"]:
            yield no_choice(f"descriptions.{place}.id")


def changed(account: Account, stage: Stage, *, sent: Sequence[Json], now: int) -> tuple[Account, Stage]:
    """The stage with what was sent; levels that were not sent keep their texts."""
    hints = {hint.level: hint for hint in stage.hints}
    for item in sent:
        level, text = item["level"], item.get("description")
        if text is None:
            hints.pop(level, None)
        elif level in hints:
            hints[level] = replace(hints[level], text=text, updated_at=now)
        else:
            account, (new,) = account.numbered()
            hints[level] = Hint(new, level, text, now, now)
    return account, replace(stage, hints=tuple(hints.values()))


def body(call: Call, pipeline_id: int, *, stage: Stage) -> list[Json]:
    return [
        {
            "id": hint.id,
            "account_id": call.account.id,
            "created_at": _written(hint.created_at),
            "updated_at": _written(hint.updated_at),
            # Zero is the API.
            "created_by": 0,
            "updated_by": 0,
            "pipeline_id": pipeline_id,
            "status_id": stage.id,
            "level": hint.level,
            "description": hint.text,
        }
        for hint in stage.hints
    ]


def _written(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S")
