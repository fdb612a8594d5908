"""A new pipeline: what a client has to send, and what the server adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.amocrm.sandbox import names, stages
from wizard.amocrm.sandbox.answers import Json
from wizard.amocrm.sandbox.call import Call
from wizard.amocrm.sandbox.shapes import REQUEST_ID, Key, Shape, Wrong, in_body, missing, no_choice
from wizard.amocrm.sandbox.state import LOST, WON, Account, Pipeline, Stage
from wizard.amocrm.sandbox.variant import Variant

CHANGED: Shape = {
    "name": Key(str),
    "sort": Key(int),
    "is_main": Key(bool),
    "is_unsorted_on": Key(bool),
}
_NEW: Shape = {
    **{name: replace(key, required=True) for name, key in CHANGED.items()},
    "_embedded": Key(dict, required=True),
    **REQUEST_ID,
}
_EMBEDDED: Shape = {"statuses": Key(list, required=True)}
_SYSTEM: Shape = {"id": Key(int, required=True), "name": Key(str, required=True), **REQUEST_ID}


def check(_call: Call, item: Json) -> Iterator[Wrong]:
    wrongs = [*in_body(item, _NEW)]
    if not wrongs:
        wrongs = [*in_body(item["_embedded"], _EMBEDDED, at="_embedded.")]
    yield from wrongs or _check_stages(item["_embedded"]["statuses"])


def _check_stages(sent: list[Json]) -> Iterator[Wrong]:
    at = "_embedded.statuses"
    for place, stage in enumerate(sent):
        system = isinstance(stage, dict) and "id" in stage
        if system and stage["id"] not in (WON, LOST):
            yield no_choice(f"{at}.{place}.id")
        else:
            yield from in_body(stage, _SYSTEM if system else stages.OWN, at=f"{at}.{place}.")
    # The older API demanded one; whether this one does is not known.
    if all(isinstance(stage, dict) and "id" in stage for stage in sent):
        yield missing(f"{at}.0")


def new(account: Account, item: Json, *, variant: Variant) -> tuple[Account, Pipeline]:
    sent = item["_embedded"]["statuses"]
    ends = {stage["id"]: stage["name"] for stage in sent if "id" in stage}
    own = sorted((stage for stage in sent if "id" not in stage), key=lambda stage: stage["sort"])
    stages.refuse_too_many(len(own) + 2 + item["is_unsorted_on"])
    account, (pipeline_id, *ids) = account.numbered(1 + len(own))
    won, lost = names.won(variant.brand), names.lost(variant.brand)
    pipeline = Pipeline(
        id=pipeline_id,
        name=item["name"],
        sort=item["sort"],
        own=tuple(stages.new(stage_id, stage) for stage_id, stage in zip(ids, own, strict=True)),
        won=replace(won, name=ends.get(WON, won.name)),
        lost=replace(lost, name=ends.get(LOST, lost.name)),
    )
    if item["is_unsorted_on"]:
        account, unsorted = new_unsorted(account, variant)
        pipeline = replace(pipeline, unsorted=unsorted)
    return account, pipeline


def new_unsorted(account: Account, variant: Variant) -> tuple[Account, Stage]:
    account, (stage_id,) = account.numbered()
    return account, names.unsorted(variant.brand, stage_id)
