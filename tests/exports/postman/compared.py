"""What of a settings document is in an account, and what should be, in the same words."""

from __future__ import annotations

from typing import NamedTuple

from wizard.amocrm.sandbox.state import LOST, WON, Account, Field, Pipeline
from wizard.amocrm.wire import FieldView, Json, PipelineView, StageView, fields_in, pipelines_in, reasons_in
from wizard.model.fields import FieldType


class Settings(NamedTuple):
    """Everything that a program can enter."""

    pipelines: tuple[PipelineView, ...]
    main: str | None
    fields: tuple[FieldView, ...]
    groups: tuple[str, ...]
    reasons: tuple[str, ...]
    hints: dict[tuple[str, str], dict[str, str]]
    required: dict[tuple[str, str], list[str]]


def wanted(body: Json) -> Settings:
    return Settings(
        pipelines=pipelines_in(body),
        main=body["main_pipeline"],
        fields=fields_in(body),
        groups=tuple(group["name"] for group in body["custom_field_groups"]),
        reasons=reasons_in(body),
        hints={
            (row["pipeline"], row["stage"]): {said["level"]: said["description"] for said in row["descriptions"]}
            for row in body["stage_hints"]
        },
        required={(row["field"], row["pipeline"]): row["stages"] for row in body["required_fields"]},
    )


def found(account: Account, *, before: Account, like: Settings) -> Settings:
    """What was created since; where the project has no colour or name of its own, the account's is left out."""
    new = tuple(pipeline for pipeline in account.pipelines if before.pipeline(pipeline.id) is None)
    fields = tuple(field for field in account.fields if field not in before.fields)
    groups = {group.id: group.name for group in account.groups if group not in before.groups}
    return Settings(
        pipelines=tuple(_pipeline(p, like=view) for p, view in zip(new, like.pipelines, strict=True)),
        main=next((pipeline.name for pipeline in new if pipeline.main), None),
        fields=tuple(_field(field, groups) for field in fields),
        groups=tuple(groups.values()),
        reasons=tuple(reason.name for reason in account.reasons if reason not in before.reasons),
        hints={
            (pipeline.name, stage.name): {hint.level: hint.text for hint in stage.hints}
            for pipeline in new
            for stage in pipeline.stages
            if stage.hints
        },
        required={
            (field.name, pipeline.name): stages
            for field in fields
            for pipeline in new
            if (stages := _required(field, pipeline))
        },
    )


def _pipeline(pipeline: Pipeline, *, like: PipelineView) -> PipelineView:
    own = zip(pipeline.own, like.stages, strict=True)
    return PipelineView(
        name=pipeline.name,
        unsorted=pipeline.unsorted is not None,
        stages=tuple(StageView(stage.name, stage.colour if view.colour else "") for stage, view in own),
        won=pipeline.won.name if like.won else "",
        lost=pipeline.lost.name if like.lost else "",
    )


def _field(field: Field, groups: dict[str, str]) -> FieldView:
    values = tuple(choice.value for choice in sorted(field.choices, key=lambda choice: choice.sort))
    return FieldView(field.name, FieldType(field.type), values, groups[field.group] if field.group else "")


def _required(field: Field, pipeline: Pipeline) -> list[str]:
    stages = {stage_id for pipeline_id, stage_id in field.required if pipeline_id == pipeline.id}
    return [stage.name for stage in pipeline.stages if stage.id in stages and stage.id not in (WON, LOST)]
