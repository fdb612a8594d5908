"""No type of goal.

A funnel without a goal cannot be judged: nobody knows what counts as success, or where the client
goes next.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.known import original
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if pipeline.goal_type is None:
            at, fix = paths.pipeline(pipeline.id, "goal_type"), _fix(project, pipeline)
            yield Hit(at, args=(("name", pipeline.name),), empty=True, fix=fix)


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    known = original(project, pipeline)
    if known is None:
        return None
    edit = partial(change_pipeline, pipeline_id=pipeline.id, goal_type=known.goal_type)
    return Fix(edit, (("becomes", known.goal),))


RULE = Rule("no-goal-type", RuleSet.METHOD, Severity.ERROR, Step.GOALS, check, reads=Reads.PIPELINE)
