"""No step of the manager.

A stage without our next action is a place to wait in. One action is enough: whom to call, what to
send, what to agree.
Source: the article; LeLab; Server-Driven.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.known import original_stage
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if not stage.step:
                cure = partial(_fix, project, pipeline, stage)
                yield Hit(
                    paths.stage(pipeline.id, stage.id, "step"), args=(("name", stage.name),), empty=True, cure=cure
                )


def _fix(project: Project, pipeline: Pipeline, stage: Stage) -> Fix | None:
    known = original_stage(project, pipeline, stage)
    if known is None or not known.step:
        return None
    edit = partial(change_stage, at=StageRef(pipeline.id, stage.id), step=known.step)
    return Fix(edit, (("becomes", known.step),))


RULE = Rule("no-step", RuleSet.METHOD, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
