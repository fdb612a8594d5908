"""No fact on the arrow.

A stage counts as reached when something checkable exists: a file, a date, a sum, a call record.
Without it every manager moves cards by feeling, and counts at stages mean nothing. For the first
stage the fact is the funnel's entry condition (rule `no-entry-condition`).
Source: TechUnit, Pedowitz, HubSpot pipeline design (the bible of The Tech Deputies).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.known import original, original_stage
from wizard.lint.reading.letters import plain
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_won
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages[1:]:
            if not stage.proof:
                cure = partial(_fix, project, pipeline, stage)
                yield Hit(
                    paths.stage(pipeline.id, stage.id, "proof"), args=(("name", stage.name),), empty=True, cure=cure
                )
        if pipeline.stages and not pipeline.won.proof:
            cure = partial(_fix_of_won, project, pipeline)
            yield Hit(paths.pipeline(pipeline.id, "won"), args=(("name", pipeline.won.name),), empty=True, cure=cure)


def _fix(project: Project, pipeline: Pipeline, stage: Stage) -> Fix | None:
    known = original_stage(project, pipeline, stage)
    if known is None or not known.proof:
        return None
    edit = partial(change_stage, at=StageRef(pipeline.id, stage.id), proof=known.proof)
    return Fix(edit, (("becomes", known.proof),))


def _fix_of_won(project: Project, pipeline: Pipeline) -> Fix | None:
    known = original(project, pipeline)
    if known is None or plain(known.won.name) != plain(pipeline.won.name):
        return None
    edit = partial(change_won, pipeline_id=pipeline.id, proof=known.won.proof)
    return Fix(edit, (("becomes", known.won.proof),))


RULE = Rule("no-fact", RuleSet.METHOD, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
