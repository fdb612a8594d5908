"""Stages at which a field has to be filled: pairs of a pipeline and its stage."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm.sandbox.answers import Json
from wizard.amocrm.sandbox.shapes import Key, Wrong, in_list, no_choice
from wizard.amocrm.sandbox.state import LOST, WON, Account

_PAIR = {"pipeline_id": Key(int, required=True), "status_id": Key(int, required=True)}

Pairs = tuple[tuple[int, int], ...]


def check(account: Account, sent: list[Json] | None, *, at: str) -> Iterator[Wrong]:
    """What is wrong with a list of pairs: incoming leads are not among the stages a field can be required at."""
    wrongs = list(in_list(sent or (), _PAIR, at=at))
    yield from wrongs
    if wrongs:
        return
    for place, (pipeline_id, stage_id) in enumerate(_pairs(sent)):
        pipeline = account.pipeline(pipeline_id)
        if pipeline is None:
            yield no_choice(f"{at}.{place}.pipeline_id")
        elif stage_id not in [stage.id for stage in (*pipeline.own, pipeline.won, pipeline.lost)]:
            yield no_choice(f"{at}.{place}.status_id")


def kept(sent: list[Json] | None) -> Pairs:
    """What is stored: won and lost are taken without a word and forgotten."""
    return tuple(dict.fromkeys(pair for pair in _pairs(sent) if pair[1] not in (WON, LOST)))


def body(pairs: Pairs) -> list[Json]:
    return [{"pipeline_id": pipeline, "status_id": stage} for pipeline, stage in pairs]


def _pairs(sent: list[Json] | None) -> Iterator[tuple[int, int]]:
    yield from ((item["pipeline_id"], item["status_id"]) for item in sent or ())
