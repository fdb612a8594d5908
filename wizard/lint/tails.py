"""Fixes that add a rule of work to what a manager does at a stage."""

from __future__ import annotations

from functools import partial

from wizard.i18n.translator import translator
from wizard.lint.rule import Fix
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project


def lengthened(project: Project, pipeline: Pipeline, *, stage: Stage, by: str) -> Fix:
    """Add a text of the catalogue, in the project's language, to the stage's step."""
    becomes = translator(project.company.language)(by, step=stage.step.rstrip(" .;"))
    edit = partial(change_stage, at=StageRef(pipeline.id, stage.id), step=becomes)
    return Fix(edit, (("becomes", becomes),))
