"""The step waits for the client.

Waiting is not a step, and an action of the client is not ours: nobody can be asked whether it was
done. The verb that leads decides: to compare expectations, or to call before waiting, is an action.
Source: the article; Server-Driven.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Rule, RuleSet, Severity
from wizard.lint.steps import rewritten, waits
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if waits(stage.step):
                path, args = paths.stage(pipeline.id, stage.id, "step"), (("name", stage.name), ("step", stage.step))
                yield Hit(path, args=args, fix=_fix(StageRef(pipeline.id, stage.id), stage.step))


def _fix(at: StageRef, step: str) -> Fix | None:
    becomes = rewritten(step)
    return Fix(partial(change_stage, at=at, step=becomes), args=(("becomes", becomes),)) if becomes else None


RULE = Rule("step-waits", RuleSet.METHOD, Severity.ERROR, Step.STAGES, check, requires=("no-step",))
