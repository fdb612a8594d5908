"""Custom fields of deals: `/api/v4/leads/custom_fields`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.amocrm.sandbox import field_checks, required
from wizard.amocrm.sandbox.answers import NOTHING, Answer, Json, hal, unknown
from wizard.amocrm.sandbox.call import Call, Done, batch, no_such, read, request_id, single
from wizard.amocrm.sandbox.paging import paged
from wizard.amocrm.sandbox.shapes import Wrong, missing, no_choice
from wizard.amocrm.sandbox.state import Account, Choice, Field, swapped, the, with_id, without
from wizard.amocrm.sandbox.variant import Brand

_USUAL_PAGE = 50
_USUAL_SORT = 500


def listed(call: Call) -> Done:
    wanted = {value for name, value in call.query if name.startswith("filter[type]")}
    shown = [field for field in call.account.fields if not wanted or field.type in wanted]
    order = call.asked.get("order[sort]", "")
    if order:
        shown = sorted(shown, key=lambda field: field.sort, reverse=order == "desc")
    return paged(call, shown, body, name="custom_fields", usual=_USUAL_PAGE)


def one(call: Call) -> Done:
    return read(call, hal(body(call, _found(call.account, call.id()))))


def added(call: Call) -> Done:
    sent = batch(call, field_checks.new)
    field_checks.refuse_unpaid(call, sent)
    account, ids = call.account.numbered(len(sent))
    for field_id, item in zip(ids, sent, strict=True):
        field = Field(field_id, item["name"], item["type"], item.get("sort", _USUAL_SORT))
        account = replace(account, fields=(*account.fields, field))
        account = _with(account, field, item)
    return Done(account, _answer(call.on(account), list(ids), sent=sent, status=201))


def changed(call: Call) -> Done:
    field = _found(call.account, call.id())
    item = single(call, lambda _, sent: field_checks.changed(call, sent, field=field))
    field_checks.refuse_unpaid(call, [item])
    account = _with(call.account, field, item)
    told = body(call, the(account.fields, field.id)) | {"request_id": request_id(item, 0)}
    return Done(account, hal(told, _changed_status(call)))


def all_changed(call: Call) -> Done:
    """Several in one request, each told by its id."""
    sent = batch(call, _check_each)
    field_checks.refuse_unpaid(call, sent)
    account = call.account
    for item in sent:
        account = _with(account, _found(account, item["id"]), item)
    return Done(account, _answer(call.on(account), [i["id"] for i in sent], sent=sent, status=_changed_status(call)))


def removed(call: Call) -> Done:
    field = _found(call.account, call.id())
    if field.predefined:
        raise no_such(no_choice("id"))
    return Done(replace(call.account, fields=without(call.account.fields, field.id)), NOTHING)


def body(call: Call, field: Field) -> Json:
    here = f"{call.base}/api/v4/leads/custom_fields/{field.id}"
    return {
        "id": field.id,
        "name": field.name,
        "type": field.type,
        "account_id": call.account.id,
        "code": field.code,
        "sort": field.sort,
        "is_api_only": field.api_only,
        "enums": [_choice_body(choice) for choice in field.choices] or None,
        "group_id": field.group,
        "required_statuses": required.body(field.required),
        "hidden_statuses": required.body(field.hidden),
        "is_deletable": not field.predefined,
        "is_predefined": field.predefined,
        "entity_type": "leads",
        "tracking_callback": None,
        "remind": field.remind,
        "chained_lists": None,
        "currency": field.currency,
        "_links": {"self": {"href": here}},
    }


def _choice_body(choice: Choice) -> Json:
    told: Json = {"id": choice.id, "value": choice.value, "sort": choice.sort}
    return told | ({"code": choice.code} if choice.code else {})


def _found(account: Account, field_id: int) -> Field:
    field = with_id(account.fields, field_id)
    if field is None:
        raise unknown("Custom field")
    return field


def _check_each(call: Call, item: Json) -> Iterator[Wrong]:
    if not isinstance(item, dict) or "id" not in item:
        yield missing("id")
        return
    field = with_id(call.account.fields, item["id"])
    if field is None:
        yield no_choice("id")
    else:
        yield from field_checks.changed(call, item, field=field)


def _with(account: Account, field: Field, item: Json) -> Account:
    """The account with what was sent about a field; lists replace lists, what was not sent stays."""
    account, choices = _choices(account, field, item)
    field = replace(
        field,
        name=item.get("name", field.name),
        sort=item.get("sort", field.sort),
        code=item.get("code", field.code),
        group=item.get("group_id", field.group),
        api_only=item.get("is_api_only", field.api_only),
        remind=item.get("remind", field.remind),
        currency=item.get("currency", field.currency),
        choices=choices,
        required=required.kept(item["required_statuses"]) if "required_statuses" in item else field.required,
        hidden=required.kept(item["hidden_statuses"]) if "hidden_statuses" in item else field.hidden,
    )
    return replace(account, fields=swapped(account.fields, field))


def _choices(account: Account, field: Field, item: Json) -> tuple[Account, tuple[Choice, ...]]:
    """A choice sent without its id is a new one, and one that is not sent is gone."""
    if "enums" not in item:
        return account, field.choices
    made = []
    for sent in item["enums"] or ():
        choice_id = sent.get("id")
        if choice_id is None:
            account, (choice_id,) = account.numbered()
        made.append(Choice(choice_id, sent["value"], sent["sort"], sent.get("code")))
    return account, tuple(made)


def _changed_status(call: Call) -> int:
    # amoCRM's page promises 201 for changes too.
    return 200 if call.variant.brand is Brand.KOMMO else 201


def _answer(call: Call, ids: list[int], *, sent: list[Json], status: int) -> Answer:
    told = [
        body(call, the(call.account.fields, field_id)) | {"request_id": request_id(item, place)}
        for place, (field_id, item) in enumerate(zip(ids, sent, strict=True))
    ]
    here = {"self": {"href": f"{call.base}/api/v4/leads/custom_fields"}}
    return hal({"_total_items": len(told), "_links": here, "_embedded": {"custom_fields": told}}, status)
