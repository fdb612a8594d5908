"""Stages and pipelines of the account that go, only when chosen one by one; their deals move first, and are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wizard.amocrm import reading
from wizard.amocrm.existing import Existing, StageKind
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Action, Change, Detail, Kind
from wizard.amocrm.plan.target import Target


class Going(NamedTuple):
    """What is still there and shall go: where it is, what asks for its deals, and where these move.

    `to` is the account's pipeline and stage for them, once both are there.
    """

    local: str
    kind: Kind
    name: str
    remote: int
    path: str
    deals: Mapping[str, str | int]
    to: tuple[int, int] | None
    to_name: str


def going(target: Target, existing: Existing) -> Iterator[Going]:
    """Stages first: a pipeline that goes is nobody's by then."""
    yield from _stages(target, existing)
    yield from _pipelines(target, existing)


def _stages(target: Target, existing: Existing) -> Iterator[Going]:
    for pipeline, match, theirs in target.pairs(existing):
        taken = {choice.remote for choice in match.stages or ()}
        for removal in (r for r in target.removals if r.pipeline == pipeline.id):
            stage = theirs.stage(removal.remote) if theirs else None
            to_name = target.stage_name(pipeline.id, removal.to)
            if theirs and stage and stage.kind is StageKind.OWN and stage.id not in taken and to_name:
                yield Going(
                    names.removal(pipeline.id, stage.id),
                    Kind.REMOVAL,
                    f"{theirs.name} / {stage.name}",
                    stage.id,
                    reading.status(theirs.id, stage.id),
                    reading.deals_in(theirs.id, stage.id),
                    target.stage_remote(pipeline.id, removal.to),
                    to_name,
                )


def _pipelines(target: Target, existing: Existing) -> Iterator[Going]:
    """Neither one that is taken over, nor the main one; so there is always another one left."""
    taken = {match.remote for match in target.matches}
    for removal in target.pipeline_removals:
        theirs = existing.pipeline(removal.remote)
        to_name = target.stage_name(removal.pipeline, removal.to)
        if theirs and theirs.id not in taken and not theirs.main and not theirs.archived and to_name:
            yield Going(
                names.pipeline_removal(theirs.id),
                Kind.PIPELINE_REMOVAL,
                theirs.name,
                theirs.id,
                reading.pipeline_at(theirs.id),
                reading.deals_of(theirs.id),
                target.stage_remote(removal.pipeline, removal.to),
                f"{target.project.pipeline(removal.pipeline).name} / {to_name}",
            )


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    for each in going(target, existing):
        yield Change(
            action=Action.UPDATE,
            kind=each.kind,
            name=each.name,
            local=each.local,
            remote=str(each.remote),
            details=(Detail(what="deals_to", new=each.to_name),),
        )
