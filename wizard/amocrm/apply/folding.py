"""The account as it must be after a request, told by its answer: so it need not be read again after each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from wizard.amocrm import reading
from wizard.amocrm.existing import (
    Existing,
    ExistingField,
    ExistingPipeline,
    ExistingStage,
    StageKind,
)
from wizard.amocrm.plan.change import Kind
from wizard.amocrm.plan.placing import sort_at
from wizard.amocrm.plan.request import Request
from wizard.amocrm.reading import Json

T = TypeVar("T", ExistingPipeline, ExistingStage, ExistingField)


def folded(existing: Existing, request: Request, answer: Json) -> Existing:
    """Raises whatever an answer of another shape breaks."""
    return _FOLDS[request.kind, request.method](existing, request, answer)


def _pipelines_added(existing: Existing, _request: Request, answer: Json) -> Existing:
    return existing.changed(pipelines=existing.pipelines + reading.pipelines(answer))


def _pipeline_changed(existing: Existing, _request: Request, answer: Json) -> Existing:
    told = reading.pipeline(answer)
    old = existing.pipeline(told.id)
    new = reading.with_hints(told, {stage.id: stage for stage in old.stages}) if old else told
    others = (p.changed(main=False) if told.main and p.id != told.id else p for p in existing.pipelines)
    return existing.changed(pipelines=_swapped(others, new))


def _stages_added(existing: Existing, request: Request, answer: Json) -> Existing:
    pipeline = _pipeline_of(existing, request)
    return _with_own(existing, pipeline, (*pipeline.own, *reading.stages(answer)))


def _stage_changed(existing: Existing, request: Request, answer: Json) -> Existing:
    told, pipeline = reading.stage(answer), _pipeline_of(existing, request)
    old = pipeline.stage(told.id)
    if old:
        # Hints are told only where some were sent, and the places of others are not told at all.
        kept: dict[str, Any] = (
            {"sort": old.sort} if "descriptions" in answer else {"sort": old.sort, "hints": old.hints}
        )
        told = told.changed(**kept)
    return existing.changed(
        pipelines=_swapped(existing.pipelines, pipeline.changed(stages=_swapped(pipeline.stages, told)))
    )


def _stage_moved(existing: Existing, request: Request, answer: Json) -> Existing:
    pipeline, moved = _pipeline_of(existing, request), reading.stage(answer)
    own = [stage for stage in pipeline.own if stage.id != moved.id]
    own.insert(request.place, pipeline.stage(moved.id) or moved)
    return _with_own(existing, pipeline, own)


def _groups_added(existing: Existing, _request: Request, answer: Json) -> Existing:
    return existing.changed(groups=existing.groups + reading.groups(answer))


def _fields_added(existing: Existing, _request: Request, answer: Json) -> Existing:
    return existing.changed(fields=existing.fields + reading.fields(answer))


def _fields_changed(existing: Existing, _request: Request, answer: Json) -> Existing:
    fields = existing.fields
    for told in reading.fields(answer):
        fields = _swapped(fields, told)
    return existing.changed(fields=fields)


def _reasons_added(existing: Existing, _request: Request, answer: Json) -> Existing:
    return existing.changed(reasons=(existing.reasons or ()) + reading.reasons(answer))


_FOLDS: dict[tuple[Kind, str], Callable[[Existing, Request, Json], Existing]] = {
    (Kind.PIPELINE, "POST"): _pipelines_added,
    (Kind.PIPELINE, "PATCH"): _pipeline_changed,
    (Kind.MAIN, "PATCH"): _pipeline_changed,
    (Kind.STAGE, "POST"): _stages_added,
    (Kind.STAGE, "PATCH"): _stage_changed,
    (Kind.END, "PATCH"): _stage_changed,
    (Kind.ORDER, "PATCH"): _stage_moved,
    (Kind.GROUP, "POST"): _groups_added,
    (Kind.FIELD, "POST"): _fields_added,
    (Kind.FIELD, "PATCH"): _fields_changed,
    (Kind.REASON, "POST"): _reasons_added,
}


def _pipeline_of(existing: Existing, request: Request) -> ExistingPipeline:
    """The pipeline whose stages a request is about."""
    return next(p for p in existing.pipelines if request.path.startswith(reading.statuses(p.id)))


def _with_own(existing: Existing, pipeline: ExistingPipeline, own: Iterable[ExistingStage]) -> Existing:
    numbered = [stage.changed(sort=sort_at(place, pipeline)) for place, stage in enumerate(own)]
    first = [stage for stage in pipeline.stages if stage.kind is StageKind.INCOMING]
    last = [stage for stage in pipeline.stages if stage.kind in (StageKind.WON, StageKind.LOST)]
    new = pipeline.changed(stages=(*first, *numbered, *last))
    return existing.changed(pipelines=_swapped(existing.pipelines, new))


def _swapped(items: Iterable[T], new: T) -> tuple[T, ...]:
    return tuple(new if item.id == new.id else item for item in items)
