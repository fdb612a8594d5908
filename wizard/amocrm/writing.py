"""Bodies of requests that change what an account has: beside `wire`, which words what is new.

Keys of the API stand here, in `wire` and in `reading` only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wizard.amocrm.colours import palette_colour
from wizard.amocrm.existing import ExistingField, ExistingHint, ExistingStage
from wizard.amocrm.reading import Deal
from wizard.amocrm.wire import LOST, WON
from wizard.model.pipeline import Stage

Json = dict[str, Any]

ENDS = {"won": WON, "lost": LOST}


def stage_body(stage: Stage, *, sort: int, hints: Mapping[str, str]) -> Json:
    """A stage to add to a pipeline that is there."""
    body: Json = {"name": stage.name, "sort": sort}
    if colour := palette_colour(stage.colour):
        body["color"] = colour
    if hints:
        body["descriptions"] = [{"level": level, "description": text} for level, text in hints.items()]
    return body


def stage_change(
    theirs: ExistingStage, *, name: str, sort: int, colour: str | None = None, hints: Mapping[str, str] | None = None
) -> Json:
    """Name, place and colour go together, for some servers want all three; a colour outside the palette cannot."""
    body: Json = {"name": name, "sort": sort}
    if shade := colour or (theirs.colour if palette_colour(theirs.colour) == theirs.colour else None):
        body["color"] = shade
    if hints:
        body["descriptions"] = [_hint(theirs.hint(level), level, text) for level, text in hints.items()]
    return body


def hints_change(theirs: ExistingStage, hints: Mapping[str, str]) -> Json:
    return {"descriptions": [_hint(theirs.hint(level), level, text) for level, text in hints.items()]}


def _hint(known: ExistingHint | None, level: str, text: str) -> Json:
    body = {"level": level, "description": text}
    return {"id": known.id} | body if known else body


def end_change(name: str) -> Json:
    return {"name": name}


def pipeline_change(*, name: str | None = None, unsorted: bool | None = None, main: bool | None = None) -> Json:
    told = {"name": name, "is_unsorted_on": unsorted, "is_main": main}
    return {key: value for key, value in told.items() if value is not None}


def group_body(name: str, *, sort: int) -> Json:
    return {"name": name, "sort": sort}


def reason_body(name: str, *, sort: int) -> Json:
    return {"name": name, "sort": sort}


def placed_field(body: Json, *, group: str | None, required: Sequence[tuple[int, int]]) -> Json:
    """A new field with its section and the stages that demand it."""
    more: Json = {"group_id": group} if group else {}
    if required:
        more["required_statuses"] = _pairs(required)
    return body | more


def field_change(
    theirs: ExistingField,
    *,
    name: str | None = None,
    group: str | None = None,
    new_options: Sequence[str] = (),
    required: Sequence[tuple[int, int]] | None = None,
) -> Json:
    """An item of PATCH custom_fields. Options and stages replace those there are, so all of them are told."""
    body: Json = {"id": theirs.id}
    if name:
        body["name"] = name
    if group:
        body["group_id"] = group
    if new_options:
        body["enums"] = [*_options(theirs), *_added(theirs, new_options)]
    if required is not None:
        body["required_statuses"] = _pairs(required)
    if theirs.currency:
        body["currency"] = theirs.currency
    return body


def _options(theirs: ExistingField) -> list[Json]:
    told = ({"id": o.id, "value": o.name, "sort": o.sort, "code": o.code} for o in theirs.options)
    return [{key: value for key, value in option.items() if value is not None} for option in told]


def _added(theirs: ExistingField, new: Sequence[str]) -> list[Json]:
    last = max((option.sort for option in theirs.options), default=0)
    return [{"value": name, "sort": last + n} for n, name in enumerate(new, start=1)]


def deal_move(deal: Deal, to: tuple[int, int]) -> Json:
    """A deal that is won or lost stays so, since the same day."""
    pipeline, stage = to
    body: Json = {"id": deal.id, "pipeline_id": pipeline, "status_id": deal.stage if deal.closed else stage}
    return body | {"closed_at": deal.closed_at} if deal.closed and deal.closed_at else body


def _pairs(required: Sequence[tuple[int, int]]) -> list[Json]:
    return [{"pipeline_id": pipeline, "status_id": stage} for pipeline, stage in required]
