"""Which pipeline and stage of an account is which of a project: as the user chose, by binding, then by name.

Stages without a partner are paired by their order between those that have one, so that a stage takes over the deals
of the one in its place. What is proposed here is shown, and can be changed, before anything is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from wizard.amocrm.existing import Existing, ExistingPipeline, ExistingStage
from wizard.amocrm.plan import names
from wizard.amocrm.plan.choices import Choices, PipelineChoice, StageChoice
from wizard.amocrm.plan.names import plain
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project


def bound(project: Project, existing: Existing) -> Mapping[str, int]:
    """What was entered into this account before, by its place in the project."""
    return {b.local: int(b.remote) for b in project.bindings if existing.account.is_called(b.account) and _is_id(b)}


def refuses_reasons(project: Project, existing: Existing) -> bool:
    """Whether this account was seen to take no loss reasons from programs."""
    told = (b.remote for b in project.bindings if b.local == names.REASONS and existing.account.is_called(b.account))
    return names.REFUSED in told


def matches(
    project: Project, pipelines: tuple[Pipeline, ...], *, existing: Existing, choices: Choices
) -> tuple[PipelineChoice, ...]:
    """The partner of each pipeline, and of each of its stages."""
    known = bound(project, existing)
    chosen = {c.pipeline: c.remote for c in choices.pipelines}
    partners = _partners(pipelines, existing, known=known, chosen=chosen)
    return tuple(_matched(p, partners[p.id], known=known, choices=choices) for p in pipelines)


def _is_id(binding: object) -> bool:
    return str(getattr(binding, "remote", "")).isascii() and str(getattr(binding, "remote", "")).isdigit()


def _partners(
    pipelines: tuple[Pipeline, ...],
    existing: Existing,
    *,
    known: Mapping[str, int],
    chosen: Mapping[str, int | None],
) -> dict[str, ExistingPipeline | None]:
    """The pipelines of the account, each given away once; those in its archive to nobody."""
    free = {pipeline.id: pipeline for pipeline in existing.live}
    found: dict[str, ExistingPipeline | None] = {}
    for pipeline_id, remote in chosen.items():
        found[pipeline_id] = None if remote is None else free.pop(remote, None)
    for pipeline in pipelines:
        remote = known.get(names.pipeline(pipeline.id))
        if pipeline.id not in found and remote in free:
            found[pipeline.id] = free.pop(remote)
    for pipeline in pipelines:
        if pipeline.id not in found:
            same = next((p for p in free.values() if plain(p.name) == plain(pipeline.name)), None)
            found[pipeline.id] = free.pop(same.id) if same else None
    return found


def _matched(
    pipeline: Pipeline, theirs: ExistingPipeline | None, *, known: Mapping[str, int], choices: Choices
) -> PipelineChoice:
    choice = choices.of(pipeline.id)
    if theirs is None:
        new = tuple(StageChoice(stage=stage.id) for stage in pipeline.stages)
        return PipelineChoice(pipeline=pipeline.id, stages=new)
    if choice and choice.stages is not None:
        told = {each.stage: each.remote for each in choice.stages}
        ids = {stage.id for stage in theirs.own}
        stages = {s.id: told[s.id] for s in pipeline.stages if told.get(s.id) in ids}
    else:
        leaving = {removal.remote for removal in choices.removals if removal.pipeline == pipeline.id}
        stages = dict(_proposed(pipeline, theirs, known=known, leaving=leaving))
    found = tuple(StageChoice(stage=stage.id, remote=stages.get(stage.id)) for stage in pipeline.stages)
    return PipelineChoice(pipeline=pipeline.id, remote=theirs.id, stages=found)


def _proposed(
    pipeline: Pipeline, theirs: ExistingPipeline, *, known: Mapping[str, int], leaving: Collection[int]
) -> dict[str, int]:
    """A stage that is to go is not taken over for its place alone."""
    found: dict[str, int] = {}
    free = {stage.id: stage for stage in theirs.own}
    for stage in pipeline.stages:
        remote = known.get(names.stage(pipeline.id, stage.id))
        if remote in free:
            found[stage.id] = free.pop(remote).id
    for stage in pipeline.stages:
        same = next((s for s in free.values() if plain(s.name) == plain(stage.name)), None)
        if stage.id not in found and same:
            found[stage.id] = free.pop(same.id).id
    staying = tuple(stage for stage in theirs.own if stage.id not in leaving)
    return found | dict(_by_order(pipeline, staying, found=found))


def _by_order(
    pipeline: Pipeline, theirs: tuple[ExistingStage, ...], *, found: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """A stage without a partner takes the place right after its neighbour's partner, if nobody has it."""
    ids = [stage.id for stage in pipeline.stages]
    places = {remote: ids.index(stage) for stage, remote in found.items()}
    after = -1
    for stage in theirs:
        if stage.id in places:
            after = places[stage.id]
        elif after + 1 < len(ids) and ids[after + 1] not in found:
            after += 1
            yield ids[after], stage.id


def found_again(
    pipelines: tuple[Pipeline, ...],
    matched: tuple[PipelineChoice, ...],
    *,
    existing: Existing,
    before: Collection[int],
) -> tuple[PipelineChoice, ...]:
    """The same partners, and those that were created since: things of our names that were not there `before`."""
    taken = {match.remote for match in matched}
    told = []
    for pipeline, match in zip(pipelines, matched, strict=True):
        remote = match.remote
        if remote is None:
            new = (p for p in existing.live if p.id not in before and p.id not in taken)
            remote = next((p.id for p in new if plain(p.name) == plain(pipeline.name)), None)
            taken.add(remote)
        theirs = existing.pipeline(remote) if remote else None
        stages = _stages_again(pipeline, match, theirs=theirs, before=before)
        told.append(PipelineChoice(pipeline=pipeline.id, remote=remote, stages=stages))
    return tuple(told)


def _stages_again(
    pipeline: Pipeline, match: PipelineChoice, *, theirs: ExistingPipeline | None, before: Collection[int]
) -> tuple[StageChoice, ...]:
    stages = match.stages or ()
    taken = {stage.remote for stage in stages}
    free = [s for s in (theirs.own if theirs else ()) if s.id not in before and s.id not in taken]
    told = []
    for stage, choice in zip(pipeline.stages, stages, strict=True):
        remote = choice.remote
        if remote is None:
            same = next((s for s in free if plain(s.name) == plain(stage.name)), None)
            if same:
                free.remove(same)
            remote = same.id if same else None
        told.append(StageChoice(stage=stage.id, remote=remote))
    return tuple(told)
