"""No stop answer.

Where strangers come in, at least one answer must say at once “not our client”: outside our area, below
our minimum, no such task. Those who bought, or refused before, are known already.
Source: the article's target and non-target clients.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.kinds import incoming, outbound
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        answers = [answer for question in pipeline.questions for answer in question.answers]
        if pipeline.questions and _strangers_enter(pipeline) and not any(answer.stop for answer in answers):
            yield Hit(paths.pipeline(pipeline.id, "questions"))


def _strangers_enter(pipeline: Pipeline) -> bool:
    return incoming(pipeline) or outbound(pipeline) or pipeline.goal_type is GoalType.EVENT_SALE


RULE = Rule("no-stop-answer", RuleSet.METHOD, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.PIPELINE)
