"""The stages of a pipeline: `/api/v4/leads/pipelines/{id}/statuses`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.amocrm.sandbox import hints
from wizard.amocrm.sandbox.answers import NOTHING, Json, hal, refused, unknown
from wizard.amocrm.sandbox.call import Call, Done, batch, no_such, read, request_id, single
from wizard.amocrm.sandbox.leaving import left
from wizard.amocrm.sandbox.placing import put
from wizard.amocrm.sandbox.shapes import REQUEST_ID, Key, Shape, Wrong, in_body, no_choice
from wizard.amocrm.sandbox.stage_bodies import bodies, body, collection, written
from wizard.amocrm.sandbox.state import Account, Hint, Pipeline, Stage, the
from wizard.amocrm.sandbox.variant import SystemStages
from wizard.model.pipeline import PALETTE

MOST = 100
# Not documented: what a stage looks like when no colour was asked for.
_COLOUR = PALETTE[0]

OWN: Shape = {
    "name": Key(str, required=True),
    "sort": Key(int, required=True),
    "color": Key(str, choices=PALETTE),
    **REQUEST_ID,
}
_NEW: Shape = {**OWN, "descriptions": Key(list)}
_CHANGED: Shape = {name: replace(key, required=False) for name, key in _NEW.items()}


def listed(call: Call) -> Done:
    pipeline = found(call)
    return read(call, hal(collection(call, pipeline, bodies(call, pipeline))))


def one(call: Call) -> Done:
    pipeline = found(call)
    stage = pipeline.stage(call.id(1))
    if stage is None:
        raise unknown("Status")
    return read(call, hal(body(call, pipeline, stage=stage)))


def added(call: Call) -> Done:
    pipeline = found(call)
    sent = batch(call, _check_new)
    refuse_too_many(len(pipeline.stages) + len(sent))
    account, ids = call.account.numbered(len(sent))
    for stage_id, item in zip(ids, sent, strict=True):
        account, stage = _with_hints(account, new(stage_id, item), item=item, now=call.now)
        # Last means after every place a stage can have.
        sort = MOST * MOST if call.variant.new_stages_last else item["sort"]
        pipeline = put(pipeline, stage, sort=sort)
    told = [
        written(call, pipeline, stage=the(pipeline.own, stage_id), item=item) | {"request_id": request_id(item, place)}
        for place, (stage_id, item) in enumerate(zip(ids, sent, strict=True))
    ]
    return Done(account.with_pipeline(pipeline), hal(collection(call, pipeline, told)))


def changed(call: Call) -> Done:
    pipeline, stage = _to_write(call)
    item = single(call, lambda _, sent: _checked(sent, _CHANGED, have=stage.hints))
    change = _own_changed if stage in pipeline.own else _system_changed
    account, pipeline = change(call, pipeline, stage=stage, item=item)
    told = written(call, pipeline, stage=the(pipeline.stages, stage.id), item=item)
    return Done(account.with_pipeline(pipeline), hal(told | {"request_id": request_id(item, 0)}))


def removed(call: Call) -> Done:
    """Gone, if it is an own one; its deals fall into the first of those that stay."""
    pipeline, stage = _to_write(call)
    if stage not in pipeline.own:
        raise no_such(no_choice("id"))
    own = tuple(other for other in pipeline.own if other != stage)
    if not own:
        raise refused(422, "A pipeline must have at least one status")
    account = call.account.with_pipeline(replace(pipeline, own=own))
    return Done(left(account, pipeline.id, stage=stage.id, to=own[0].id, now=call.now), NOTHING)


def new(stage_id: int, item: Json) -> Stage:
    return Stage(stage_id, item["name"], item.get("color", _COLOUR))


def refuse_too_many(count: int) -> None:
    if count > MOST:
        raise refused(422, f"Maximum number of statuses in a pipeline is {MOST}")


def found(call: Call) -> Pipeline:
    pipeline = call.account.pipeline(call.id())
    if pipeline is None:
        raise unknown("Pipeline")
    return pipeline


def _to_write(call: Call) -> tuple[Pipeline, Stage]:
    """No 404 is documented for changes of what is not there, so they are answered as removals of pipelines are."""
    pipeline = call.account.pipeline(call.id())
    stage = pipeline.stage(call.id(1)) if pipeline else None
    if pipeline is None or stage is None:
        raise no_such(no_choice("id"))
    return pipeline, stage


def _check_new(_call: Call, item: Json) -> Iterator[Wrong]:
    yield from _checked(item, _NEW, have=())


def _checked(item: Json, shape: Shape, *, have: tuple[Hint, ...]) -> Iterator[Wrong]:
    wrongs = list(in_body(item, shape))
    yield from wrongs
    if not wrongs and "descriptions" in item:
        yield from hints.check(item["descriptions"], have)


def _own_changed(call: Call, pipeline: Pipeline, *, stage: Stage, item: Json) -> tuple[Account, Pipeline]:
    stage = replace(stage, name=item.get("name", stage.name), colour=item.get("color", stage.colour))
    account, stage = _with_hints(call.account, stage, item=item, now=call.now)
    pipeline = pipeline.with_stage(stage)
    return account, put(pipeline, stage, sort=item["sort"]) if "sort" in item else pipeline


def _system_changed(call: Call, pipeline: Pipeline, *, stage: Stage, item: Json) -> tuple[Account, Pipeline]:
    """Only a name is ever taken; colour and place are the server's."""
    if call.variant.system_stages is SystemStages.REFUSED:
        raise no_such(no_choice("id"))
    if call.variant.system_stages is SystemStages.IGNORED:
        return call.account, pipeline
    stage = replace(stage, name=item.get("name", stage.name))
    account, stage = _with_hints(call.account, stage, item=item, now=call.now)
    return account, pipeline.with_stage(stage)


def _with_hints(account: Account, stage: Stage, *, item: Json, now: int) -> tuple[Account, Stage]:
    return hints.changed(account, stage, sent=item.get("descriptions", ()), now=now)
