"""Edits of the stages of a pipeline."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from wizard.model.edits.ids import fresh, slug
from wizard.model.pipeline import Basis, Conversion, Pipeline, Stage
from wizard.model.project import Project
from wizard.model.rehearsal import ToldDeal
from wizard.model.routes import Route

# A product of tiny shares must not round to nothing: a conversion is above 0.
_LEAST = 1e-12


class StageRef(NamedTuple):
    """Which stage of which pipeline."""

    pipeline: str
    stage: str


def change_stage(project: Project, at: StageRef, **values: Any) -> Project:
    """Replace attributes of a stage (name, proof, step, term, colour, fields, …)."""
    pipeline = project.pipeline(at.pipeline)
    return project.with_pipeline(pipeline.with_stage(pipeline.stage(at.stage).changed(**values)))


def set_proof_after(project: Project, at: StageRef, *, proof: str) -> Project:
    """Set what moves a card on from a stage: the proof of the next one, or of won."""
    pipeline = project.pipeline(at.pipeline)
    place = pipeline.index(at.stage) + 1
    if place == len(pipeline.stages):
        return project.with_pipeline(pipeline.changed(won=pipeline.won.changed(proof=proof)))
    return change_stage(project, StageRef(at.pipeline, pipeline.stages[place].id), proof=proof)


def add_stage(project: Project, pipeline_id: str, *, name: str, after: str | None = None) -> Project:
    """Add a stage after another one, or at the end; colours of neighbours are not touched."""
    pipeline = project.pipeline(pipeline_id)
    stage = Stage(id=fresh(slug(name, "stage"), (s.id for s in pipeline.stages)), name=name)
    place = len(pipeline.stages) if after is None else pipeline.index(after) + 1
    stages = (*pipeline.stages[:place], stage, *pipeline.stages[place:])
    return project.with_pipeline(pipeline.changed(stages=stages))


def move_stage(project: Project, at: StageRef, *, by: int) -> Project:
    """Move a stage along the order, as far as it goes. Its proof, term and fields go with it.

    The entry condition stays with the pipeline: whatever stands first is proved by it.
    """
    return place_stage(project, at, place=project.pipeline(at.pipeline).index(at.stage) + by)


def place_stage(project: Project, at: StageRef, *, place: int) -> Project:
    """Move a stage to a place in the order, counted from 0; see `move_stage`."""
    pipeline = project.pipeline(at.pipeline)
    stage = pipeline.stage(at.stage)
    others = [s for s in pipeline.stages if s is not stage]
    others.insert(max(0, place), stage)
    return project.with_pipeline(pipeline.changed(stages=tuple(others)))


def reorder_stages(project: Project, pipeline_id: str, *, order: tuple[str, ...]) -> Project:
    """Put the stages in the given order; anything but a permutation of them changes nothing."""
    pipeline = project.pipeline(pipeline_id)
    if sorted(order) != sorted(stage.id for stage in pipeline.stages):
        return project
    return project.with_pipeline(pipeline.changed(stages=tuple(pipeline.stage(s) for s in order)))


def delete_stage(project: Project, at: StageRef) -> Project:
    """Delete a stage. What was told about it on real deals is told about the one before.

    The stage before it takes over its conversion (the product) and its fields. A key-stage mark goes.
    Questions asked there, routes that entered there, and deals that were to move there, move to the nearest
    earlier stage, or to the first one left; with no stage left they have none.
    """
    pipeline = project.pipeline(at.pipeline)
    place = pipeline.index(at.stage)
    heir = nearest_left(pipeline, at.stage, {at.stage})
    before = pipeline.stages[place - 1].id if place else None
    project = project.changed(rehearsal=tuple(_untold(deal, at, before) for deal in project.rehearsal))
    stages = [stage for stage in pipeline.stages if stage.id != at.stage]
    if place:
        stages[place - 1] = _merged(pipeline.stages[place - 1], pipeline.stages[place])
    shorter = pipeline.changed(
        stages=tuple(stages),
        key_stage=None if pipeline.key_stage == at.stage else pipeline.key_stage,
        questions=tuple(q.changed(asked_at=heir) if q.asked_at == at.stage else q for q in pipeline.questions),
    )
    pipelines = tuple(shorter if p.id == at.pipeline else p for p in project.pipelines)
    return project.changed(
        pipelines=tuple(p.map_routes(_redirect(at, heir)) for p in pipelines),
        moves=tuple(m.changed(stage=heir) if (m.pipeline, m.stage) == at else m for m in project.moves),
    )


def nearest_left(pipeline: Pipeline, stage_id: str, gone: Collection[str]) -> str | None:
    """The nearest earlier stage that is not among those gone, or the first one left; none when none is left."""
    place = pipeline.index(stage_id)
    before = (s.id for s in reversed(pipeline.stages[:place]) if s.id not in gone)
    return next(before, next((s.id for s in pipeline.stages if s.id not in gone), None))


def _untold(deal: ToldDeal, gone: StageRef, before: str | None) -> ToldDeal:
    return deal.without_stage(gone.stage, before) if deal.pipeline == gone.pipeline else deal


def _redirect(gone: StageRef, heir: str | None) -> Any:
    def change(route: Route) -> Route:
        if route.to and route.to.pipeline == gone.pipeline and route.to.stage == gone.stage:
            return route.changed(to=route.to.changed(stage=heir))
        return route

    return change


def _merged(kept: Stage, gone: Stage) -> Stage:
    """The kept stage, with the way through the deleted one folded into its conversion and fields."""
    return kept.changed(
        conversion=folded(kept.conversion, gone.conversion),
        fields=(*kept.fields, *(f for f in gone.fields if f not in kept.fields)),
    )


def folded(first: Conversion | None, second: Conversion | None) -> Conversion | None:
    """Two steps in a row as one: shares and bounds multiply. Unknown when either is."""
    if first is None or second is None:
        return None
    return Conversion(
        share=max(first.share * second.share, _LEAST),
        low=max(first.low * second.low, _LEAST),
        high=max(first.high * second.high, _LEAST),
        basis=first.basis if first.basis is second.basis else Basis.ASSUMPTION,
        usual=max(first.assumed.share * second.assumed.share, _LEAST) if first.usual or second.usual else None,
    )


def set_key_stage(project: Project, pipeline_id: str, *, stage: str | None) -> Project:
    """Mark the one key stage, or none."""
    return project.with_pipeline(project.pipeline(pipeline_id).changed(key_stage=stage))
