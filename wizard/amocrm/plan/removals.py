"""Stages of the account that are removed, only when chosen one by one; their deals move first, seen and counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.amocrm.existing import Existing, ExistingPipeline, ExistingStage, StageKind
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Action, Change, Detail, Kind
from wizard.amocrm.plan.choices import StageRemoval
from wizard.amocrm.plan.target import Target


class Going(NamedTuple):
    """A stage that is still there and shall go; `to` is the account's stage for its deals, once it is there."""

    local: str
    removal: StageRemoval
    pipeline: ExistingPipeline
    stage: ExistingStage
    to: int | None


def going(target: Target, existing: Existing) -> Iterator[Going]:
    for pipeline, match, theirs in target.pairs(existing):
        taken = {choice.remote for choice in match.stages or ()}
        for removal in (r for r in target.removals if r.pipeline == pipeline.id):
            stage = theirs.stage(removal.remote) if theirs else None
            if theirs and stage and stage.kind is StageKind.OWN and stage.id not in taken:
                pair = target.stage_remote(pipeline.id, removal.to)
                local = names.removal(pipeline.id, removal.remote)
                yield Going(local, removal, theirs, stage, pair[1] if pair else None)


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    for each in going(target, existing):
        to = target.project.pipeline(each.removal.pipeline).stage(each.removal.to)
        yield Change(
            action=Action.UPDATE,
            kind=Kind.REMOVAL,
            name=f"{each.pipeline.name} / {each.stage.name}",
            local=each.local,
            remote=str(each.stage.id),
            details=(Detail(what="removed", old=each.stage.name), Detail(what="deals_to", new=to.name)),
        )
