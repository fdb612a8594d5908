"""What a person decides about a plan, one decision after another; each gives the choices after it."""

from __future__ import annotations

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.choices import Choices, PipelineChoice, PipelineRemoval, StageChoice, StageRemoval
from wizard.model.project import Project


def take_over(choices: Choices, pipeline: str, *, remote: int | None) -> Choices:
    """The pipeline becomes this one of the account, or a new one; its stages are proposed anew."""
    others = tuple(c for c in choices.pipelines if c.pipeline != pipeline and (remote is None or c.remote != remote))
    kept = tuple(removal for removal in choices.removals if removal.pipeline != pipeline)
    mine = PipelineChoice(pipeline=pipeline, remote=remote)
    stay = tuple(removal for removal in choices.pipeline_removals if removal.remote != remote)
    return choices.changed(pipelines=(*others, mine), removals=kept, pipeline_removals=stay)


def pair(choices: Choices, match: PipelineChoice, *, stage: str, remote: int | None) -> Choices:
    """The stage becomes this one of the account, or a new one; who had it before becomes new.

    `match` is the pipeline with all its stages, as the plan has them now.
    """
    stages = tuple(
        StageChoice(stage=stage, remote=remote) if each.stage == stage else _freed(each, remote)
        for each in match.stages or ()
    )
    others = tuple(c for c in choices.pipelines if c.pipeline != match.pipeline)
    kept = tuple(removal for removal in choices.removals if removal.remote != remote)
    return choices.changed(pipelines=(*others, match.changed(stages=stages)), removals=kept)


def _freed(choice: StageChoice, remote: int | None) -> StageChoice:
    return choice.changed(remote=None) if choice.remote == remote else choice


def remove(choices: Choices, removal: StageRemoval | PipelineRemoval) -> Choices:
    """A stage or a pipeline of the account goes, its deals to a stage of the project."""
    kept = keep(choices, removal.remote)
    if isinstance(removal, StageRemoval):
        return kept.changed(removals=(*kept.removals, removal))
    return kept.changed(pipeline_removals=(*kept.pipeline_removals, removal))


def keep(choices: Choices, remote: int) -> Choices:
    """It stays after all; no stage has the id of a pipeline."""
    return choices.changed(
        removals=tuple(removal for removal in choices.removals if removal.remote != remote),
        pipeline_removals=tuple(removal for removal in choices.pipeline_removals if removal.remote != remote),
    )


def fitting(choices: Choices, project: Project, existing: Existing) -> Choices:
    """Without what was decided about things that are no longer there."""
    ours, theirs = {pipeline.id for pipeline in project.pipelines}, {pipeline.id for pipeline in existing.live}
    decided = (c for c in choices.pipelines if c.pipeline in ours and (c.remote is None or c.remote in theirs))
    return choices.changed(
        pipelines=tuple(decided),
        removals=tuple(removal for removal in choices.removals if removal.pipeline in ours),
        pipeline_removals=tuple(r for r in choices.pipeline_removals if r.pipeline in ours and r.remote in theirs),
    )
