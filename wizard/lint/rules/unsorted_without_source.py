"""Incoming leads without a source.

amoCRM's column for incoming leads fills from forms, calls and messengers connected to the funnel. Where none is
connected it stays empty and hides the first real stage.
Source: integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if pipeline.unsorted and not pipeline.sources:
            yield Hit(paths.pipeline(pipeline.id, "unsorted"), args=(("name", pipeline.name),), fix=_fix(pipeline))


def _fix(pipeline: Pipeline) -> Fix | None:
    """Switch it off; a funnel that sorts requests lives by them, so there a source is missing."""
    if pipeline.goal_type is GoalType.HANDOVER:
        return None
    return Fix(partial(change_pipeline, pipeline_id=pipeline.id, unsorted=False))


RULE = Rule("unsorted-without-source", RuleSet.PRACTICE, Severity.HINT, Step.GOALS, check, reads=Reads.PIPELINE)
