"""The fix that takes what proves a stage, or won, from the template of the funnel."""

from __future__ import annotations

from functools import partial

from wizard.lint.known import original, original_stage
from wizard.lint.reading.letters import plain
from wizard.lint.rule import Fix
from wizard.model.edits.pipelines import change_won
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project


def template_proof(project: Project, pipeline: Pipeline, stage: Stage | None) -> Fix | None:
    """The template's proof of a stage, or of won where no stage is given; none where it stands there already."""
    proof = _known_of_stage(project, pipeline, stage) if stage else _known_of_won(project, pipeline)
    if not proof or proof == (stage or pipeline.won).proof:
        return None
    if stage is None:
        edit = partial(change_won, pipeline_id=pipeline.id, proof=proof)
    else:
        edit = partial(change_stage, at=StageRef(pipeline.id, stage.id), proof=proof)
    return Fix(edit, (("becomes", proof),))


def _known_of_stage(project: Project, pipeline: Pipeline, stage: Stage) -> str:
    known = original_stage(project, pipeline, stage)
    return known.proof if known else ""


def _known_of_won(project: Project, pipeline: Pipeline) -> str:
    known = original(project, pipeline)
    return known.won.proof if known and plain(known.won.name) == plain(pipeline.won.name) else ""
