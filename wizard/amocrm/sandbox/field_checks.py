"""What a custom field may be: refusals of what was sent, before anything is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from wizard.amocrm.sandbox import required
from wizard.amocrm.sandbox.answers import Json, RefusedError, problem
from wizard.amocrm.sandbox.call import Call
from wizard.amocrm.sandbox.shapes import REQUEST_ID, Key, Shape, Wrong, in_body, in_list, missing, no_choice, unexpected
from wizard.amocrm.sandbox.state import Field, with_id
from wizard.amocrm.sandbox.variant import SuperFields

LISTS = ("select", "multiselect", "radiobutton")
MONEY = "monetary"
_PAID = (MONEY, "chained_list")
TYPES = (
    "text", "textarea", "numeric", "checkbox", *LISTS, "date", "date_time", "birthday", "url", "streetaddress",
    "smart_address", "legal_entity", "tracking_data", "file", *_PAID,
)  # fmt: skip

_NEW: Shape = {
    "name": Key(str, required=True),
    "type": Key(str, required=True, choices=TYPES),
    "code": Key(str, nullable=True),
    "sort": Key(int),
    "group_id": Key(str, nullable=True),
    "is_api_only": Key(bool),
    "required_statuses": Key(list, nullable=True),
    "hidden_statuses": Key(list, nullable=True),
    "enums": Key(list, nullable=True),
    "remind": Key(str, nullable=True, choices=("never", "day", "week", "month")),
    "currency": Key(str, nullable=True),
    **REQUEST_ID,
}
_CHANGED: Shape = {**{name: replace(key, required=False) for name, key in _NEW.items()}, "id": Key(int)}
_CHOICE: Shape = {
    "value": Key(str, required=True),
    "sort": Key(int, required=True),
    "code": Key(str, nullable=True),
}
_KEPT_CHOICE: Shape = {**_CHOICE, "id": Key(int)}


def new(call: Call, item: Json) -> Iterator[Wrong]:
    """What is wrong with a field to create."""
    wrongs = list(in_body(item, _NEW))
    yield from wrongs
    if not wrongs:
        if item["type"] in LISTS and not item.get("enums"):
            yield missing("enums")
        yield from _meaning(call, item, field=Field(0, "", item["type"], 0))


def changed(call: Call, item: Json, *, field: Field) -> Iterator[Wrong]:
    """What is wrong with a change of a field; its type stays for ever."""
    wrongs = list(in_body(item, _CHANGED))
    yield from wrongs
    if not wrongs:
        if item.get("type", field.type) != field.type:
            yield no_choice("type")
        if field.type in LISTS and item.get("enums", True) in (None, []):
            yield missing("enums")
        yield from _meaning(call, item, field=field)


def refuse_unpaid(call: Call, sent: list[Json]) -> None:
    """Sums of money and stages a field is hidden at belong to a paid set."""
    paid = any(item.get("type") in _PAID or item.get("hidden_statuses") for item in sent)
    refusals = {SuperFields.PAYMENT_REQUIRED: 402, SuperFields.FORBIDDEN: 403}
    if paid and (status := refusals.get(call.variant.super_fields)):
        raise RefusedError(problem(status, "Feature is not available for this account"))


def _meaning(call: Call, item: Json, *, field: Field) -> Iterator[Wrong]:
    group = item.get("group_id")
    if group is not None and with_id(call.account.groups, group) is None:
        yield no_choice("group_id")
    if item.get("code") is not None and item["code"] in _codes(call, item, field=field):
        yield no_choice("code")
    yield from _currency(item, field)
    yield from _choices(item, field)
    for pairs in ("required_statuses", "hidden_statuses"):
        yield from required.check(call.account, item.get(pairs), at=pairs)


def _codes(call: Call, item: Json, *, field: Field) -> list[Any]:
    """Codes taken by other fields, those of the same batch among them."""
    batch = call.data if isinstance(call.data, list) else []
    sent = [other.get("code") for other in batch if isinstance(other, dict) and other is not item]
    return sent + [known.code for known in call.account.fields if known.id != field.id]


def _currency(item: Json, field: Field) -> Iterator[Wrong]:
    currency = item.get("currency")
    if field.type == MONEY and currency is None:
        yield missing("currency")
    elif field.type != MONEY and currency is not None:
        yield unexpected("currency")
    elif currency is not None and not re.fullmatch("[A-Z]{3}", currency):
        yield no_choice("currency")


def _choices(item: Json, field: Field) -> Iterator[Wrong]:
    sent = item.get("enums")
    if not sent:
        return
    if field.type not in LISTS:
        yield unexpected("enums")
        return
    wrongs = list(in_list(sent, _KEPT_CHOICE if field.id else _CHOICE, at="enums"))
    yield from wrongs
    known = {choice.id for choice in field.choices}
    if not wrongs:
        yield from (
            no_choice(f"enums.{place}.id")
            for place, choice in enumerate(sent)
            if choice.get("id", None) not in {None, *known}
        )
