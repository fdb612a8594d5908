"""A key stage without its result.

The key stage decides about the sale, so what came of it is written in a field: then the head sees how many
measurements, demonstrations or visits led nowhere, and why. The field is asked on leaving the dated stage before.
Where requests are only sorted the result is the hand-over; at an event it is the attendance.
Source: integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.asked import ask, field_for
from wizard.lint.dates import is_appointment
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.edits.stages import StageRef
from wizard.model.fields import Field
from wizard.model.pipeline import GoalType, Pipeline, Stage
from wizard.model.project import Project, Step

FIELD = "key_result"


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        dated = _dated_before_key(pipeline)
        if dated and pipeline.key_stage and not any(map(_is_result, _asked(project, pipeline))):
            field = field_for(project, dated.name, kind="result")
            fix = Fix(partial(ask, at=StageRef(pipeline.id, dated.id), field=field), (("field", field.name),))
            args = (("name", pipeline.stage(pipeline.key_stage).name),)
            yield Hit(paths.stage(pipeline.id, pipeline.key_stage, "fields"), args=args, fix=fix)


def _dated_before_key(pipeline: Pipeline) -> Stage | None:
    if pipeline.goal_type is GoalType.EVENT_SALE or kind_of(pipeline) is Kind.QUALIFY or pipeline.key_stage is None:
        return None
    place = pipeline.index(pipeline.key_stage)
    before = pipeline.stages[place - 1] if place else None
    return before if before and is_appointment(before.name) else None


def _asked(project: Project, pipeline: Pipeline) -> Iterator[Field]:
    return (project.field(field) for stage in pipeline.stages for field in stage.fields)


def _is_result(field: Field) -> bool:
    return field.id == FIELD or says(field.name, topic("dates", "outcome"))


RULE = Rule(
    "key-stage-without-result", RuleSet.METHOD, Severity.WARNING, Step.KEY_STAGE, check, reads=Reads.PIPELINE_AND_LISTS
)
