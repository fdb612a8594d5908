"""Loss reasons: `/api/v4/leads/loss_reasons`. Writing them works on live accounts and is promised by nobody."""

from __future__ import annotations

from dataclasses import replace

from wizard.amocrm.sandbox.answers import NOTHING, Answer, Json, hal, refused, unknown
from wizard.amocrm.sandbox.call import Call, Done, batch, read, request_id, single
from wizard.amocrm.sandbox.paging import paged
from wizard.amocrm.sandbox.shapes import REQUEST_ID, Key, Shape, in_body
from wizard.amocrm.sandbox.state import Lead, Reason, swapped, with_id, without
from wizard.amocrm.sandbox.variant import Brand, LossReasons

LAST = 100_000
_NEW: Shape = {"name": Key(str, required=True), "sort": Key(int, between=(1, LAST)), **REQUEST_ID}
_CHANGED: Shape = {name: replace(key, required=False) for name, key in _NEW.items()}


def listed(call: Call) -> Done:
    return paged(
        call, sorted(call.account.reasons, key=lambda reason: (reason.sort, reason.id)), body, name="loss_reasons"
    )


def one(call: Call) -> Done:
    return read(call, hal(body(call, _found(call))))


def added(call: Call) -> Done:
    _refuse_writing(call)
    sent = batch(call, lambda _, item: in_body(item, _NEW))
    account, ids = call.account.numbered(len(sent))
    new = tuple(
        Reason(reason_id, item["name"], item.get("sort", LAST), call.now, call.now)
        for reason_id, item in zip(ids, sent, strict=True)
    )
    told = [
        body(call, reason) | {"request_id": request_id(item, place)}
        for place, (reason, item) in enumerate(zip(new, sent, strict=True))
    ]
    return Done(replace(account, reasons=(*account.reasons, *new)), _answer(call, told))


def changed(call: Call) -> Done:
    _refuse_writing(call)
    reason = _found(call)
    item = single(call, lambda _, sent: in_body(sent, _CHANGED))
    reason = replace(
        reason, name=item.get("name", reason.name), sort=item.get("sort", reason.sort), updated_at=call.now
    )
    account = replace(call.account, reasons=swapped(call.account.reasons, reason))
    return Done(account, hal(body(call, reason)))


def removed(call: Call) -> Done:
    """Gone, and from the deals that were lost for it."""
    _refuse_writing(call)
    gone = _found(call).id

    def without_it(lead: Lead) -> Lead:
        return replace(lead, reason=None) if lead.reason == gone else lead

    account = call.account.with_leads(without_it)
    return Done(replace(account, reasons=without(account.reasons, gone)), NOTHING)


def body(call: Call, reason: Reason) -> Json:
    return {
        "id": reason.id,
        "name": reason.name,
        "sort": reason.sort,
        "created_at": reason.created_at,
        "updated_at": reason.updated_at,
        "_links": {"self": {"href": f"{call.base}/api/v4/leads/loss_reasons/{reason.id}"}},
    }


def _found(call: Call) -> Reason:
    reason = with_id(call.account.reasons, call.id())
    if reason is None:
        raise unknown("Loss reason")
    return reason


def _refuse_writing(call: Call) -> None:
    if call.variant.loss_reasons is LossReasons.READ_ONLY:
        raise refused(405, "Method Not Allowed")


def _answer(call: Call, told: list[Json]) -> Answer:
    links = {"self": {"href": f"{call.base}/api/v4/leads/loss_reasons"}}
    # Which of the two statuses comes is not known, so each brand has one.
    status = 201 if call.variant.brand is Brand.KOMMO else 200
    return hal({"_total_items": len(told), "_links": links, "_embedded": {"loss_reasons": told}}, status)
