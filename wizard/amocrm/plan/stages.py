"""Stages: added with their hints, renamed, repainted, and never removed; others of the account stay where they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from wizard.amocrm import reading, writing
from wizard.amocrm.colours import palette_colour
from wizard.amocrm.existing import Existing, ExistingPipeline, ExistingStage
from wizard.amocrm.plan import names, placing
from wizard.amocrm.plan.change import Change, Detail, Kind, compared, created, kept
from wizard.amocrm.plan.choices import PipelineChoice
from wizard.amocrm.plan.request import Pending, Request, batch
from wizard.amocrm.plan.target import Target
from wizard.model.pipeline import Pipeline, Stage

_HINT = "hint_"


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    for pipeline, match, theirs in target.pairs(existing):
        for stage, known in _pairs(pipeline, match, theirs):
            name, local = f"{pipeline.name} / {stage.name}", names.stage(pipeline.id, stage.id)
            hints = target.hints(pipeline, stage)
            if known is None:
                yield created(Kind.STAGE, name, local=local, details=_new(stage, hints))
            else:
                yield compared(Kind.STAGE, name, local=local, remote=known.id, details=_details(stage, known, hints))
        if theirs:
            yield from _kept(target, match, theirs)


def _pairs(
    pipeline: Pipeline, match: PipelineChoice, theirs: ExistingPipeline | None
) -> Iterator[tuple[Stage, ExistingStage | None]]:
    for stage, choice in zip(pipeline.stages, match.stages or (), strict=True):
        yield stage, theirs.stage(choice.remote) if theirs and choice.remote else None


def _new(stage: Stage, hints: Mapping[str, str]) -> Iterator[Detail]:
    if colour := palette_colour(stage.colour):
        yield Detail(what="colour", new=colour)
    yield from (Detail(what=_HINT + level, new=text) for level, text in hints.items())


def _details(stage: Stage, theirs: ExistingStage, hints: Mapping[str, str]) -> Iterator[Detail]:
    if theirs.name.strip() != stage.name:
        yield Detail(what="name", old=theirs.name, new=stage.name)
    colour = palette_colour(stage.colour)
    if colour and colour != theirs.colour:
        yield Detail(what="colour", old=theirs.colour, new=colour)
    for level, text in hints.items():
        known = theirs.hint(level)
        # Line ends may come back as another system writes them.
        if known is None or known.text.split() != text.split():
            yield Detail(what=_HINT + level, old=known.text if known else "", new=text)


def _kept(target: Target, match: PipelineChoice, theirs: ExistingPipeline) -> Iterator[Change]:
    ours = {stage.remote for stage in match.stages or ()} | {removal.remote for removal in target.removals}
    moves = {(m.remote_pipeline, m.remote_stage): m for m in target.project.moves}
    for stage in theirs.own:
        if stage.id not in ours:
            move = moves.get((str(theirs.id), str(stage.id)))
            details: tuple[Detail, ...] = ()
            if move and move.stage:
                details = (Detail(what="deals_to", new=target.project.pipeline(move.pipeline).stage(move.stage).name),)
            yield kept(Kind.STAGE, f"{theirs.name} / {stage.name}", remote=stage.id, details=details)


def added(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    """The new stages of a pipeline in one request, each at its place and with its hints."""
    for pipeline, match, theirs in target.pairs(existing):
        if theirs is None:
            continue
        row = placing.row(match, theirs)
        items = []
        for stage in pipeline.stages:
            local = names.stage(pipeline.id, stage.id)
            if local in pending and target.stage_remote(pipeline.id, stage.id) is None:
                sort = placing.sort_at(row.index(stage.id), theirs)
                body = writing.stage_body(stage, sort=sort, hints=target.hints(pipeline, stage))
                items.append((local, body))
        # New ones may come last whatever place they ask for, which matters where others are to stand behind them.
        new = [place for place, each in enumerate(row) if isinstance(each, str)]
        look = theirs.id if any(isinstance(each, int) for each in row[min(new, default=0) :]) else None
        for request in batch("POST", reading.statuses(theirs.id), items, Kind.STAGE):
            yield replace(request, look=look)


def changed(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    """New names and colours; a stage that has them to change gets its hints by the same request."""
    for pipeline, theirs, stage, known in _to_change(target, existing, pending):
        details = {detail.what: detail.new for detail in pending[names.stage(pipeline.id, stage.id)].details}
        if not details.keys() & {"name", "colour"}:
            continue
        body = writing.stage_change(
            known, name=stage.name, sort=known.sort, colour=details.get("colour"), hints=_hints(details)
        )
        yield _patch(pipeline, theirs, stage, known, body)


def hinted(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    for pipeline, theirs, stage, known in _to_change(target, existing, pending):
        details = {detail.what: detail.new for detail in pending[names.stage(pipeline.id, stage.id)].details}
        yield _patch(pipeline, theirs, stage, known, writing.hints_change(known, _hints(details)))


def _hints(details: Mapping[str, str]) -> dict[str, str]:
    return {what.removeprefix(_HINT): text for what, text in details.items() if what.startswith(_HINT)}


def _to_change(
    target: Target, existing: Existing, pending: Pending
) -> Iterator[tuple[Pipeline, ExistingPipeline, Stage, ExistingStage]]:
    for pipeline, match, theirs in target.pairs(existing):
        for stage, known in _pairs(pipeline, match, theirs):
            if theirs and known and names.stage(pipeline.id, stage.id) in pending:
                yield pipeline, theirs, stage, known


def _patch(
    pipeline: Pipeline, theirs: ExistingPipeline, stage: Stage, known: ExistingStage, body: dict[str, object]
) -> Request:
    path = reading.status(theirs.id, known.id)
    return Request("PATCH", path, body, (names.stage(pipeline.id, stage.id),), Kind.STAGE)
