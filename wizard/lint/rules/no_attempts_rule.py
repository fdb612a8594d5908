"""No rule of attempts.

Where nothing is said one manager gives up after the first call, another calls for a month. The step says how
often to try and for how long; after the last try the card is closed with its reason. Delivery, partners and
hiring speak with people they know; those who registered for an event came by themselves.
Source: integrators' practice, to be verified; the numbers are those of the base funnels.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.kinds import Kind, is_warming, kind_of, outbound
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.tails import lengthened
from wizard.lint.words import says, topic
from wizard.model.pipeline import GoalType, Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        stage = _reaching(pipeline) if _judged(pipeline) else None
        if stage and not says(stage.step, topic("contacts", "tries")):
            fix = lengthened(project, pipeline, stage=stage, by=_tries(pipeline))
            yield Hit(paths.stage(pipeline.id, stage.id, "step"), args=(("name", stage.name),), fix=fix)


def _judged(pipeline: Pipeline) -> bool:
    return kind_of(pipeline) in (Kind.SALES, Kind.QUALIFY) and pipeline.goal_type is not GoalType.EVENT_SALE


def _reaching(pipeline: Pipeline) -> Stage | None:
    """The stage from which contact is made: the one before the talk, else the first where somebody is called."""
    reached, answered = topic("contacts", "reached"), topic("contacts", "answered")
    if not pipeline.stages or says(pipeline.stages[0].name, reached):
        return None
    for stage, after in zip(pipeline.stages, pipeline.stages[1:], strict=False):
        if says(after.name, reached) or says(after.proof, answered):
            return stage
    first = pipeline.stages[0]
    return first if says(first.step, topic("contacts", "calls")) else None


def _tries(pipeline: Pipeline) -> str:
    """The text with the numbers of the base funnel of this kind."""
    if outbound(pipeline):
        return "rule.no-attempts-rule.outbound"
    if is_warming(pipeline):
        return "rule.no-attempts-rule.warming"
    if pipeline.goal_type is GoalType.REPEAT_PAYMENT:
        return "rule.no-attempts-rule.repeat"
    return "rule.no-attempts-rule.incoming"


RULE = Rule(
    "no-attempts-rule",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-step",),
)
