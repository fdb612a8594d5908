"""Sections of the deal's card: `/api/v4/leads/custom_fields/groups`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from wizard.amocrm.sandbox.answers import NOTHING, Answer, Json, hal, unknown
from wizard.amocrm.sandbox.call import Call, Done, batch, no_such, read, request_id, single
from wizard.amocrm.sandbox.shapes import REQUEST_ID, Key, Shape, Wrong, in_body, no_choice
from wizard.amocrm.sandbox.state import Account, Field, Group, swapped, with_id, without

_NEW: Shape = {"name": Key(str, required=True), "sort": Key(int, required=True), **REQUEST_ID}
_CHANGED: Shape = {"name": Key(str), "sort": Key(int), "fields": Key(list)}


def listed(call: Call) -> Done:
    groups = sorted(call.account.groups, key=lambda group: group.sort)
    return read(call, _answer(call, [_body(call, group) for group in groups]))


def one(call: Call) -> Done:
    return read(call, hal(_body(call, _found(call))))


def added(call: Call) -> Done:
    sent = batch(call, lambda _, item: in_body(item, _NEW))
    account, ids = call.account.numbered(len(sent))
    new = tuple(Group(f"leads_{n}", item["name"], item["sort"]) for n, item in zip(ids, sent, strict=True))
    account = replace(account, groups=(*account.groups, *new))
    told = [
        _body(call, group) | {"request_id": request_id(item, place)}
        for place, (group, item) in enumerate(zip(new, sent, strict=True))
    ]
    return Done(account, _answer(call, told, status=201))


def changed(call: Call) -> Done:
    """Another name or place, or fields moved into it; their own places stay."""
    group = _found(call)
    item = single(call, _check_changed)
    group = replace(group, name=item.get("name", group.name), sort=item.get("sort", group.sort))
    account = replace(call.account, groups=swapped(call.account.groups, group))
    moved = item.get("fields", ())
    return Done(_regrouped(account, lambda field: field.id in moved, to=group.id), hal(_body(call, group)))


def removed(call: Call) -> Done:
    """Gone, if it is not the server's own; its fields stand in the main section then."""
    group = _found(call)
    if group.predefined:
        raise no_such(no_choice("id"))
    account = replace(call.account, groups=without(call.account.groups, group.id))
    return Done(_regrouped(account, lambda field: field.group == group.id, to=None), NOTHING)


def _found(call: Call) -> Group:
    group = with_id(call.account.groups, call.ids[0])
    if group is None:
        raise unknown("Custom field group")
    return group


def _check_changed(call: Call, item: Json) -> Iterator[Wrong]:
    wrongs = list(in_body(item, _CHANGED))
    yield from wrongs
    known = [field.id for field in call.account.fields]
    if not wrongs:
        yield from (no_choice(f"fields.{n}") for n, field in enumerate(item.get("fields", ())) if field not in known)


def _regrouped(account: Account, chosen: Callable[[Field], bool], *, to: str | None) -> Account:
    fields = tuple(replace(field, group=to) if chosen(field) else field for field in account.fields)
    return replace(account, fields=fields)


def _body(call: Call, group: Group) -> Json:
    return {
        "id": group.id,
        "name": group.name,
        "is_predefined": group.predefined,
        "type": "custom_field_group",
        "entity_type": "leads",
        "sort": group.sort,
        "_links": {"self": {"href": f"{call.base}/api/v4/leads/custom_fields/groups/{group.id}"}},
    }


def _answer(call: Call, told: list[Json], *, status: int = 200) -> Answer:
    here = f"{call.base}/api/v4/leads/custom_fields/groups"
    links = {"self": {"href": here}}
    return hal({"_total_items": len(told), "_links": links, "_embedded": {"custom_field_groups": told}}, status)
