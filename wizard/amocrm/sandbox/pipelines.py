"""Pipelines: `/api/v4/leads/pipelines`."""

from __future__ import annotations

from dataclasses import replace

from wizard.amocrm.sandbox import stages
from wizard.amocrm.sandbox.answers import NOTHING, Json, hal, refused
from wizard.amocrm.sandbox.call import Call, Done, batch, no_such, read, request_id, single
from wizard.amocrm.sandbox.leaving import left, pipeline_left
from wizard.amocrm.sandbox.pipeline_new import CHANGED, check, new, new_unsorted
from wizard.amocrm.sandbox.shapes import in_body, no_choice
from wizard.amocrm.sandbox.stage_bodies import bodies
from wizard.amocrm.sandbox.state import Account, Pipeline, without
from wizard.amocrm.sandbox.variant import Brand

MOST = 50
# The server gives the main pipeline its place itself.
MAIN_SORT = 1


def listed(call: Call) -> Done:
    """All of them: pages are ignored here."""
    return read(call, hal(_collection(call, [body(call, p) for p in in_order(call.account)])))


def one(call: Call) -> Done:
    told = body(call, stages.found(call))
    # Kommo's page shows a list of one, amoCRM's the pipeline itself.
    return read(call, hal(_collection(call, [told]) if call.variant.brand is Brand.KOMMO else told))


def added(call: Call) -> Done:
    sent = batch(call, check)
    if len(call.account.pipelines) + len(sent) > MOST:
        raise refused(422, f"Maximum number of pipelines in an account is {MOST}")
    account, ids = call.account, []
    for item in sent:
        account, pipeline = new(account, item, variant=call.variant)
        account = replace(account, pipelines=(*account.pipelines, pipeline))
        account = _with_main(account, pipeline.id) if item["is_main"] else account
        ids.append(pipeline.id)
    made = [account.pipeline(pipeline_id) for pipeline_id in ids]
    told = [
        body(call, pipeline) | {"request_id": request_id(item, place)}
        for place, (pipeline, item) in enumerate(zip(made, sent, strict=True))
        if pipeline
    ]
    return Done(account, hal(_collection(call, told)))


def changed(call: Call) -> Done:
    pipeline = _to_write(call)
    item = single(call, lambda _, sent: in_body(sent, CHANGED))
    sort = item.get("sort", pipeline.sort)
    pipeline = replace(pipeline, name=item.get("name", pipeline.name), sort=MAIN_SORT if pipeline.main else sort)
    account = call.account.with_pipeline(pipeline)
    if "is_unsorted_on" in item:
        account = _with_unsorted(account, pipeline, on=item["is_unsorted_on"], call=call)
    # There is always a main one, so taking the mark from it without giving it to another does nothing.
    account = _with_main(account, pipeline.id) if item.get("is_main") else account
    told = next(body(call, p) for p in account.pipelines if p.id == pipeline.id)
    return Done(account, hal(told | {"request_id": "0"}))


def removed(call: Call) -> Done:
    pipeline = _to_write(call)
    if len(call.account.pipelines) == 1:
        raise refused(422, "The last pipeline can not be deleted")
    if any(lead.pipeline == pipeline.id for lead in call.account.leads):
        raise refused(422, "Only pipelines without leads can be deleted")
    if pipeline.main:
        raise refused(422, "The main pipeline can not be deleted")
    account = replace(call.account, pipelines=without(call.account.pipelines, pipeline.id))
    # Kommo's page promises no body and shows an empty object.
    answer = hal({}) if call.variant.brand is Brand.KOMMO else NOTHING
    return Done(pipeline_left(account, pipeline.id), answer)


def in_order(account: Account) -> list[Pipeline]:
    return sorted(account.pipelines, key=lambda pipeline: (not pipeline.main, pipeline.sort, pipeline.id))


def body(call: Call, pipeline: Pipeline) -> Json:
    return {
        "id": pipeline.id,
        "name": pipeline.name,
        "sort": pipeline.sort,
        "is_main": pipeline.main,
        "is_unsorted_on": pipeline.unsorted is not None,
        "is_archive": pipeline.archived,
        "account_id": call.account.id,
        "_links": {"self": {"href": f"{call.base}/api/v4/leads/pipelines/{pipeline.id}"}},
        "_embedded": {"statuses": bodies(call, pipeline)},
    }


def _to_write(call: Call) -> Pipeline:
    pipeline = call.account.pipeline(call.id())
    if pipeline is None:
        raise no_such(no_choice("id"))
    return pipeline


def _with_main(account: Account, main: int) -> Account:
    def marked(pipeline: Pipeline) -> Pipeline:
        is_main = pipeline.id == main
        return replace(pipeline, main=is_main, sort=MAIN_SORT if is_main else pipeline.sort)

    return replace(account, pipelines=tuple(map(marked, account.pipelines)))


def _with_unsorted(account: Account, pipeline: Pipeline, *, on: bool, call: Call) -> Account:
    if on and pipeline.unsorted is None:
        stages.refuse_too_many(len(pipeline.stages) + 1)
        account, unsorted = new_unsorted(account, call.variant)
        return account.with_pipeline(replace(pipeline, unsorted=unsorted))
    if on or pipeline.unsorted is None:
        return account
    account = account.with_pipeline(replace(pipeline, unsorted=None))
    return left(account, pipeline.id, stage=pipeline.unsorted.id, to=pipeline.own[0].id, now=call.now)


def _collection(call: Call, told: list[Json]) -> Json:
    here = f"{call.base}/api/v4/leads/pipelines"
    return {"_total_items": len(told), "_links": {"self": {"href": here}}, "_embedded": {"pipelines": told}}
