"""A project in the words of amoCRM's API. Only this file and its other half, `reading`, know them.

The document is what people download and what is sent: bodies of requests, then what has to be
joined by name because ids are not known yet, then what only people can do.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from wizard.amocrm import desired, manual
from wizard.amocrm.colours import palette_colour
from wizard.amocrm.lines import Line
from wizard.hints import hints_of
from wizard.model.fields import LISTS, Field, FieldType
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

FORMAT = "voronka/amocrm/1"
WON = 142
LOST = 143

Json = dict[str, Any]


def document(project: Project, pipelines: tuple[Pipeline, ...], *, draft: bool) -> Json:
    """The configuration of an account: bodies sendable as they are, and the rest by name."""
    fields = desired.deal_fields(project, pipelines)
    main = project.main_pipeline
    return {
        "format": FORMAT,
        "draft": draft,
        "pipelines": [pipeline_body(p, sort=10 * n) for n, p in enumerate(pipelines, start=1)],
        "main_pipeline": next((p.name for p in pipelines if p.id == main), None),
        "custom_field_groups": [{"name": name, "sort": 10 * n} for n, name in enumerate(_groups(fields), start=1)],
        "custom_fields": [field_body(project, f, sort=490 + 10 * n) for n, f in enumerate(fields, start=1)],
        "field_groups": [{"group": name, "fields": names} for name, names in _groups(fields).items()],
        "loss_reasons": [
            {"name": reason.name, "sort": n}
            for n, reason in enumerate(desired.account_reasons(project, pipelines), start=1)
        ],
        "stage_hints": _stage_hints(project, pipelines),
        "required_fields": _required_fields(project, pipelines),
        "manual": [_manual(line) for line in manual.lines(project, pipelines)],
    }


def pipeline_body(pipeline: Pipeline, *, sort: int) -> Json:
    """One item of POST pipelines. It never becomes the main one here: that is set last, when all is done."""
    own = [_status(stage, sort=10 * n) for n, stage in enumerate(pipeline.stages, start=1)]
    # The system stages take a name only, and an empty one would be refused.
    ends = [{"id": WON, "name": pipeline.won.name}, {"id": LOST, "name": pipeline.lost_name}]
    return {
        "name": pipeline.name,
        "sort": sort,
        "is_main": False,
        "is_unsorted_on": pipeline.unsorted,
        "_embedded": {"statuses": [*own, *(end for end in ends if end["name"])]},
    }


def _status(stage: Stage, *, sort: int) -> Json:
    colour = palette_colour(stage.colour)
    return {"name": stage.name, "sort": sort} | ({"color": colour} if colour else {})


def field_body(project: Project, field: Field, *, sort: int) -> Json:
    """One item of POST custom_fields; its section and required stages need ids and come later."""
    # Sums of money are a paid type; a number holds them in every account.
    kind = FieldType.NUMERIC if field.type is FieldType.MONETARY else field.type
    body: Json = {"name": field.name, "type": kind.value, "sort": sort}
    if field.type in LISTS:
        names = project.option_names(field)
        body["enums"] = [{"value": name, "sort": n} for n, name in enumerate(names, start=1)]
    return body


def _groups(fields: tuple[Field, ...]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for field in fields:
        if field.group:
            groups.setdefault(field.group, []).append(field.name)
    return groups


def _stage_hints(project: Project, pipelines: tuple[Pipeline, ...]) -> list[Json]:
    found = []
    for pipeline in pipelines:
        for stage in pipeline.stages:
            hints = hints_of(project, pipeline, stage=stage).model_dump()
            said = [{"level": level, "description": text} for level, text in hints.items() if text]
            if said:
                found.append({"pipeline": pipeline.name, "stage": stage.name, "descriptions": said})
    return found


def _required_fields(project: Project, pipelines: tuple[Pipeline, ...]) -> list[Json]:
    return [
        {"field": need.field.name, "pipeline": need.pipeline.name, "stages": [stage.name for stage in need.stages]}
        for need in desired.required(project, pipelines)
        if desired.goes_on_deal(need.field)
    ]


def _manual(line: Line) -> Json:
    return {"kind": line.kind, "where": line.where, "text": line.text}


class StageView(NamedTuple):
    """An own stage as a document has it."""

    name: str
    colour: str


class PipelineView(NamedTuple):
    """A pipeline as a document has it; an empty name of an end leaves amoCRM's own."""

    name: str
    unsorted: bool
    stages: tuple[StageView, ...]
    won: str
    lost: str


class FieldView(NamedTuple):
    """A deal field as a document has it; without a group it stands in the card's main section."""

    name: str
    type: FieldType
    values: tuple[str, ...]
    group: str


def pipelines_in(body: Json) -> tuple[PipelineView, ...]:
    """The pipelines of a document, for papers made from it."""
    found = []
    for item in body["pipelines"]:
        statuses = item["_embedded"]["statuses"]
        ends = {status["id"]: status["name"] for status in statuses if "id" in status}
        own = tuple(StageView(s["name"], s.get("color", "")) for s in statuses if "id" not in s)
        found.append(PipelineView(item["name"], item["is_unsorted_on"], own, ends.get(WON, ""), ends.get(LOST, "")))
    return tuple(found)


def fields_in(body: Json) -> tuple[FieldView, ...]:
    """The deal fields of a document."""
    groups = {name: row["group"] for row in body["field_groups"] for name in row["fields"]}
    return tuple(
        FieldView(
            item["name"],
            FieldType(item["type"]),
            tuple(enum["value"] for enum in item.get("enums", ())),
            groups.get(item["name"], ""),
        )
        for item in body["custom_fields"]
    )


def reasons_in(body: Json) -> tuple[str, ...]:
    """The loss reasons of a document."""
    return tuple(item["name"] for item in body["loss_reasons"])
