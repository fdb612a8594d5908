"""Deals: `/api/v4/leads`, to be counted and moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wizard.amocrm.sandbox import reasons
from wizard.amocrm.sandbox.answers import Json, hal, refused, unknown
from wizard.amocrm.sandbox.call import Call, Done, batch, read, request_id, single
from wizard.amocrm.sandbox.paging import paged
from wizard.amocrm.sandbox.shapes import REQUEST_ID, Key, Shape, Wrong, in_body, missing, no_choice
from wizard.amocrm.sandbox.state import LOST, WON, Account, Lead, swapped, with_id

_CHANGED: Shape = {
    "id": Key(int, required=True),
    "name": Key(str),
    "price": Key(int),
    "pipeline_id": Key(int),
    "status_id": Key(int),
    "loss_reason_id": Key(int, nullable=True),
    "closed_at": Key(int),
    "updated_at": Key(int),
    **REQUEST_ID,
}
_CHANGED_ONE: Shape = {**_CHANGED, "id": Key(int)}
_PIPELINE = re.compile(r"filter\[pipeline_id\](\[\d*\])?")
_STAGE = re.compile(r"filter\[statuses\]\[(\d+)\]\[(pipeline_id|status_id)\]")


def listed(call: Call) -> Done:
    return paged(call, [lead for lead in _visible(call.account) if _wanted(call, lead)], body, name="leads")


def one(call: Call) -> Done:
    return read(call, hal(body(call, _found(call))))


def all_changed(call: Call) -> Done:
    sent = batch(call, lambda _, item: _check(call, item, shape=_CHANGED))
    items = {item["id"]: item for item in sent}

    def moved(lead: Lead) -> Lead:
        return _moved(lead, items[lead.id], now=call.now) if lead.id in items else lead

    told = [_written(call, item["id"]) | {"request_id": request_id(item, place)} for place, item in enumerate(sent)]
    links = {"self": {"href": f"{call.base}/api/v4/leads"}}
    return Done(call.account.with_leads(moved), hal({"_links": links, "_embedded": {"leads": told}}))


def changed(call: Call) -> Done:
    lead = _found(call)
    item = single(call, lambda _, sent: _check(call, {**sent, "id": lead.id}, shape=_CHANGED_ONE))
    account = replace(call.account, leads=swapped(call.account.leads, _moved(lead, item, now=call.now)))
    return Done(account, hal(_written(call, lead.id)))


def body(call: Call, lead: Lead) -> Json:
    embedded: Json = {"tags": [], "companies": []}
    if call.wants("loss_reason"):
        reason = with_id(call.account.reasons, lead.reason) if lead.reason else None
        embedded["loss_reason"] = [reasons.body(call, reason)] if reason else []
    return {
        "id": lead.id,
        "name": lead.name,
        "price": lead.price,
        "responsible_user_id": call.account.user,
        "group_id": 0,
        "status_id": lead.stage,
        "pipeline_id": lead.pipeline,
        "loss_reason_id": lead.reason,
        "created_by": call.account.user,
        "updated_by": call.account.user,
        "created_at": lead.created_at,
        "updated_at": lead.updated_at,
        "closed_at": lead.closed_at,
        "closest_task_at": None,
        "is_deleted": False,
        "custom_fields_values": None,
        "account_id": call.account.id,
        "_links": {"self": {"href": f"{call.base}/api/v4/leads/{lead.id}"}},
        "_embedded": embedded,
    }


def _visible(account: Account) -> list[Lead]:
    return [lead for lead in account.leads if not lead.in_bin]


def _found(call: Call) -> Lead:
    lead = with_id(_visible(call.account), call.id())
    if lead is None:
        raise unknown("Lead")
    return lead


def _wanted(call: Call, lead: Lead) -> bool:
    pipelines = {value for name, value in call.query if _PIPELINE.fullmatch(name)}
    stages = _stages(call)
    return (not pipelines or str(lead.pipeline) in pipelines) and (
        not stages or (str(lead.pipeline), str(lead.stage)) in stages
    )


def _stages(call: Call) -> set[tuple[str, str]]:
    """The stages asked for: each has to name its pipeline too, for won and lost are in all of them."""
    pairs: dict[str, dict[str, str]] = {}
    for name, value in call.query:
        if told := _STAGE.fullmatch(name):
            pairs.setdefault(told[1], {})[told[2]] = value
    if any(len(pair) < 2 for pair in pairs.values()):
        raise refused(400, "Both pipeline_id and status_id are required in filter[statuses]")
    return {(pair["pipeline_id"], pair["status_id"]) for pair in pairs.values()}


def _check(call: Call, item: Json, *, shape: Shape) -> Iterator[Wrong]:
    wrongs = list(in_body(item, shape))
    yield from wrongs
    if wrongs:
        return
    lead = with_id(_visible(call.account), item["id"])
    if lead is None:
        yield no_choice("id")
        return
    if "pipeline_id" in item and "status_id" not in item:
        yield missing("status_id")
    elif "status_id" in item:
        yield from _check_place(call.account, item.get("pipeline_id", lead.pipeline), item["status_id"])
    if item.get("loss_reason_id") and with_id(call.account.reasons, item["loss_reason_id"]) is None:
        yield no_choice("loss_reason_id")


def _check_place(account: Account, pipeline_id: int, stage_id: int) -> Iterator[Wrong]:
    """Deals are moved to any stage but incoming ones, where only requests are."""
    pipeline = account.pipeline(pipeline_id)
    if pipeline is None:
        yield no_choice("pipeline_id")
    elif stage_id not in [stage.id for stage in (*pipeline.own, pipeline.won, pipeline.lost)]:
        yield no_choice("status_id")


def _moved(lead: Lead, item: Json, *, now: int) -> Lead:
    """The deal with what was sent; one that is closed has a day, and a reason only if it was lost."""
    stage = item.get("status_id", lead.stage)
    closed_at = item.get("closed_at", lead.closed_at or now)
    return replace(
        lead,
        name=item.get("name", lead.name),
        price=item.get("price", lead.price),
        pipeline=item.get("pipeline_id", lead.pipeline),
        stage=stage,
        reason=item.get("loss_reason_id", lead.reason) if stage == LOST else None,
        closed_at=closed_at if stage in (WON, LOST) else None,
        updated_at=now,
    )


def _written(call: Call, lead_id: int) -> Json:
    here = f"{call.base}/api/v4/leads/{lead_id}"
    return {"id": lead_id, "updated_at": call.now, "_links": {"self": {"href": here}}}
