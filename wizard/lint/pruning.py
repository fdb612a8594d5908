"""What a funnel with too many stages can do without: stages that say no result, and those their neighbours say."""

from __future__ import annotations

from functools import partial

from wizard.lint.reading import read
from wizard.lint.rule import Fix
from wizard.lint.similar import key
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

# How many are offered one by one, how many are named in one sentence, and the rank of those that stay.
_SINGLE = 2
_NAMED = 6
_KEPT = 2


def pruned(pipeline: Pipeline, *, most: int) -> tuple[Fix, ...]:
    """Take away as many as are too many, if so many can go; and each of the first ones by itself."""
    spare = _spare(pipeline)[: len(pipeline.stages) - most]
    together = (_without(pipeline, spare),) if len(spare) > 1 else ()
    return (*together, *(_without(pipeline, (stage,)) for stage in spare[: _SINGLE if together else 1]))


def _without(pipeline: Pipeline, stages: tuple[Stage, ...]) -> Fix:
    edit = partial(_deleted, pipeline_id=pipeline.id, stages=tuple(stage.id for stage in stages))
    names = [stage.name for stage in stages[:_NAMED]] + ["\u2026"] * (len(stages) > _NAMED)
    args = (("n", len(stages)), ("names", ", ".join(names)))
    return Fix(edit, args, variant="drop" if len(stages) == 1 else "drop-all")


def _deleted(project: Project, *, pipeline_id: str, stages: tuple[str, ...]) -> Project:
    for stage in stages:
        project = delete_stage(project, StageRef(pipeline_id, stage))
    return project


def _spare(pipeline: Pipeline) -> tuple[Stage, ...]:
    """Stages that can go, those that say least first; neither the first, nor the key one, nor one that asks."""
    asking = {question.asked_at for question in pipeline.questions}
    free = [s for s in pipeline.stages[1:] if not s.fields and s.id not in asking and s.id != pipeline.key_stage]
    ranked = [(_rank(pipeline, stage), stage) for stage in free]
    return tuple(stage for rank, stage in sorted(ranked, key=lambda item: item[0]) if rank < _KEPT)


def _rank(pipeline: Pipeline, stage: Stage) -> int:
    """How much a stage says: no result, what the one before says, a result of its own."""
    reading = read(stage.name)
    if reading is None or not reading.is_result:
        return 0
    before = pipeline.stages[pipeline.index(stage.id) - 1]
    same_fact = bool(stage.proof) and stage.proof == before.proof
    return 1 if same_fact or key(stage.name) == key(before.name) else _KEPT
