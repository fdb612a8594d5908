"""Stages as they are answered."""

from __future__ import annotations

from wizard.amocrm.sandbox import hints
from wizard.amocrm.sandbox.answers import Json
from wizard.amocrm.sandbox.call import Call
from wizard.amocrm.sandbox.placing import sort_of
from wizard.amocrm.sandbox.state import Pipeline, Stage


def body(call: Call, pipeline: Pipeline, *, stage: Stage) -> Json:
    """One stage; its texts only where they are asked for."""
    told: Json = {
        "id": stage.id,
        "name": stage.name,
        "sort": sort_of(pipeline, stage),
        "is_editable": stage in pipeline.own,
        "pipeline_id": pipeline.id,
        "color": stage.colour,
        "type": int(stage == pipeline.unsorted),
        "account_id": call.account.id,
        "_links": {"self": {"href": f"{_address(call, pipeline)}/{stage.id}"}},
    }
    if call.wants("descriptions"):
        told["descriptions"] = hints.body(call, pipeline.id, stage=stage)
    return told


def bodies(call: Call, pipeline: Pipeline) -> list[Json]:
    return [body(call, pipeline, stage=stage) for stage in pipeline.stages]


def written(call: Call, pipeline: Pipeline, *, stage: Stage, item: Json) -> Json:
    """One stage to whoever has just written it: its texts if some were sent."""
    told = body(call, pipeline, stage=stage)
    if "descriptions" in item:
        told["descriptions"] = hints.body(call, pipeline.id, stage=stage)
    return told


def collection(call: Call, pipeline: Pipeline, told: list[Json]) -> Json:
    here = _address(call, pipeline)
    return {"_total_items": len(told), "_links": {"self": {"href": here}}, "_embedded": {"statuses": told}}


def _address(call: Call, pipeline: Pipeline) -> str:
    return f"{call.base}/api/v4/leads/pipelines/{pipeline.id}/statuses"
