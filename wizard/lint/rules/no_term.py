"""No time limit.

Without a limit nobody sees which card has stood too long; with one it turns red by itself.
Source: Server-Driven; HubSpot pipeline design (the bible of The Tech Deputies).
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
            if stage.term is None:
                cure = partial(_fix, project, pipeline, stage)
                yield Hit(
                    paths.stage(pipeline.id, stage.id, "term"), args=(("name", stage.name),), empty=True, cure=cure
                )


def _fix(project: Project, pipeline: Pipeline, stage: Stage) -> Fix | None:
    """The template's term, unless it runs until a date this project does not keep."""
    known = original_stage(project, pipeline, stage)
    term = known.term if known else None
    if term is None or (term.until_field and term.until_field not in {field.id for field in project.fields}):
        return None
    return Fix(partial(change_stage, at=StageRef(pipeline.id, stage.id), term=term))


RULE = Rule("no-term", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, reads=Reads.PIPELINE_AND_LISTS)
