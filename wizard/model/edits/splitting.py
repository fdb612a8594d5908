"""Edits that take apart what serves two ends: stages go to another pipeline, a reason becomes several."""

from __future__ import annotations

from wizard.model.edits.ids import fresh, slug
from wizard.model.edits.stages import nearest_left
from wizard.model.losses import LossGroup, LossReason, LossUse
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.rehearsal import ToldDeal, same_words
from wizard.model.routes import Destination, Route

Named = tuple[str, LossGroup | None]


def move_stages(project: Project, pipeline_id: str, *, stages: tuple[str, ...], into: str) -> Project:
    """Move stages to the end of another pipeline, whole; one that is there by name already takes their place.

    Routes that entered there, and deals that were to move there, follow. Questions asked there are asked at the
    nearest stage left; what was told about them on real deals is told about the one before.
    """
    source, target = project.pipeline(pipeline_id), project.pipeline(into)
    heirs: dict[str, str] = {}
    for stage in (s for s in source.stages if s.id in stages):
        same = next((s.id for s in target.stages if same_words(s.name, stage.name)), None)
        heirs[stage.id] = same or fresh(stage.id, (s.id for s in target.stages))
        if same is None:
            target = target.changed(stages=(*target.stages, stage.changed(id=heirs[stage.id])))
    if target.key_stage is None:
        target = target.changed(key_stage=heirs.get(source.key_stage or ""))
    changed = {pipeline_id: _without(source, heirs), into: target}
    moved = {stage: Destination(pipeline=into, stage=heir) for stage, heir in heirs.items()}

    def change(route: Route) -> Route:
        aim = moved.get(route.to.stage or "") if route.to and route.to.pipeline == pipeline_id else None
        wanted = route.wanted and change(route.wanted)
        return route.changed(to=aim or route.to, wanted=wanted)

    return project.changed(
        pipelines=tuple(changed.get(p.id, p).map_routes(change) for p in project.pipelines),
        moves=tuple(
            m.changed(pipeline=into, stage=heirs[m.stage]) if m.pipeline == pipeline_id and m.stage in heirs else m
            for m in project.moves
        ),
        rehearsal=tuple(_untold(deal, source, heirs) for deal in project.rehearsal),
    )


def _without(pipeline: Pipeline, gone: dict[str, str]) -> Pipeline:
    """The pipeline without these stages."""
    heirs = {stage: nearest_left(pipeline, stage, gone) for stage in gone}
    return pipeline.changed(
        stages=tuple(stage for stage in pipeline.stages if stage.id not in gone),
        key_stage=None if pipeline.key_stage in gone else pipeline.key_stage,
        questions=tuple(q.changed(asked_at=heirs.get(q.asked_at or "", q.asked_at)) for q in pipeline.questions),
    )


def _untold(deal: ToldDeal, pipeline: Pipeline, gone: dict[str, str]) -> ToldDeal:
    if deal.pipeline != pipeline.id:
        return deal
    before: Stage | None = None
    for stage in pipeline.stages:
        if stage.id in gone:
            deal = deal.without_stage(stage.id, before.id if before else None)
        else:
            before = stage
    return deal


def split_reason(project: Project, reason_id: str, *, names: tuple[Named, ...]) -> Project:
    """Let a reason become several with these names and groups, each used where it was, with its route.

    The first new one keeps the id; a name the list has already stands for that reason. How the count divides
    nobody knows.
    """
    old = project.reason(reason_id)
    taken = {r.id for r in project.loss_reasons}
    parts: list[LossReason] = []
    for name, group in names:
        known = _listed(project, old, name)
        ids = {part.id for part in parts}
        new = fresh(slug(name, "reason"), taken | ids) if reason_id in ids else reason_id
        parts.append(known or old.changed(id=new, name=name, group=group))
    added = {part.id: part for part in parts if part.id == reason_id or part.id not in taken}.values()
    reasons = tuple(new for r in project.loss_reasons for new in (added if r.id == reason_id else (r,)))
    pipelines = tuple(_split(p, reason_id, tuple(part.id for part in parts)) for p in project.pipelines)
    return project.changed(loss_reasons=reasons, pipelines=pipelines)


def _listed(project: Project, old: LossReason, name: str) -> LossReason | None:
    others = (r for r in project.loss_reasons if r.id != old.id and r.field == old.field)
    return next((r for r in others if same_words(r.name, name)), None)


def _split(pipeline: Pipeline, reason_id: str, parts: tuple[str, ...]) -> Pipeline:
    used = {use.reason for use in pipeline.losses}
    if reason_id not in used:
        return pipeline
    losses: list[LossUse] = []
    for use in pipeline.losses:
        if use.reason != reason_id:
            losses.append(use)
        else:
            new = dict.fromkeys(part for part in parts if part == reason_id or part not in used)
            losses += [use.changed(reason=part, count=None) for part in new]
    return pipeline.changed(losses=tuple(losses))
