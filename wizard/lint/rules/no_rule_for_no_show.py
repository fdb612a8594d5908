"""No rule for whoever does not come.

Of fifty who book a visit ten to twenty do not come. Without a rule the card stands with a date gone by, and every
manager decides alone whether to call again. The rule: a new date the same day, twice at most, then a reason.
At events and in hiring nobody is asked for a third date anyway.
Source: Bodrov on forty clinics (of 50 booked, 30 to 40 came); the two times are practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.dates import is_appointment
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.tails import lengthened
from wizard.lint.words import says, topic
from wizard.model.pipeline import GoalType, Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in _before_key(pipeline):
            if is_appointment(stage.name) and not says(stage.step, topic("dates", "missed")):
                fix = lengthened(project, pipeline, stage=stage, by="rule.no-rule-for-no-show.rule")
                yield Hit(paths.stage(pipeline.id, stage.id, "step"), args=(("name", stage.name),), fix=fix)


def _before_key(pipeline: Pipeline) -> tuple[Stage, ...]:
    exempt = pipeline.goal_type is GoalType.EVENT_SALE or kind_of(pipeline) is Kind.HR
    if exempt or pipeline.key_stage is None:
        return ()
    return pipeline.stages[: pipeline.index(pipeline.key_stage)]


RULE = Rule(
    "no-rule-for-no-show",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-step",),
)
