"""In which order the stages of a pipeline stand: the project's own one, with the account's other stages in between."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import reading, writing
from wizard.amocrm.existing import Existing, ExistingPipeline
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Change, Detail, Kind, compared
from wizard.amocrm.plan.choices import PipelineChoice
from wizard.amocrm.plan.request import Pending, Request
from wizard.amocrm.plan.target import Target

STEP = 10


def row(match: PipelineChoice, theirs: ExistingPipeline) -> list[int | str]:
    """Stages from left to right: the account's by id, those to be added by our id.

    A stage of the account alone stays behind the one it is behind now.
    """
    told: list[int | str] = [choice.remote or choice.stage for choice in match.stages or ()]
    place = 0
    for stage in theirs.own:
        if stage.id in told:
            place = told.index(stage.id) + 1
        else:
            told.insert(place, stage.id)
            place += 1
    return told


def sort_at(place: int, theirs: ExistingPipeline) -> int:
    """The number of a place among own stages: the server counts incoming requests first, and in tens."""
    return STEP * (place + 1 + theirs.unsorted)


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    for pipeline, match, theirs in target.pairs(existing):
        if theirs is None:
            continue
        now, wanted = _orders(match, theirs)
        if now != wanted:
            told = (", ".join(_name(theirs, each) for each in order) for order in (now, wanted))
            details = (Detail(what="order", **dict(zip(("old", "new"), told, strict=True))),)
            local = names.order(pipeline.id)
            yield compared(Kind.ORDER, pipeline.name, local=local, remote=theirs.id, details=details)


def _orders(match: PipelineChoice, theirs: ExistingPipeline) -> tuple[list[int], list[int]]:
    now = [stage.id for stage in theirs.own]
    return now, [each for each in row(match, theirs) if isinstance(each, int) and each in now]


def _name(theirs: ExistingPipeline, stage_id: int) -> str:
    stage = theirs.stage(stage_id)
    return stage.name if stage else ""


def moved(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    """From left to right, each stage that is not at its place yet."""
    for pipeline, match, theirs in target.pairs(existing):
        local = names.order(pipeline.id)
        if theirs is None or local not in pending:
            continue
        now, wanted = _orders(match, theirs)
        place = next((place for place, each in enumerate(wanted) if now[place] != each), None)
        stage = theirs.stage(wanted[place]) if place is not None else None
        if place is not None and stage:
            body = writing.stage_change(stage, name=stage.name, sort=sort_at(place, theirs))
            about = (f"{local}/{stage.id}",)
            yield Request("PATCH", reading.status(theirs.id, stage.id), body, about, Kind.ORDER, place=place)
