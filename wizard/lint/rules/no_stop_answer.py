"""No stop answer.

Where strangers come in, at least one answer must say at once “not our client”: outside our area, below
our minimum, no such task. Those who bought, or refused before, are known already.
Source: the article's target and non-target clients.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import incoming, outbound
from wizard.lint.known import original, with_questions
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        answers = [answer for question in pipeline.questions for answer in question.answers]
        if pipeline.questions and _strangers_enter(pipeline) and not any(answer.stop for answer in answers):
            yield Hit(paths.pipeline(pipeline.id, "questions"), cure=partial(_fix, project, pipeline))


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    """The template's questions besides those asked, where one of them has a stop answer."""
    known = original(project, pipeline)
    asked = {q.id for q in pipeline.questions} | {q.field for q in pipeline.questions}
    new = [q for q in known.questions if not {q.id, q.field} & asked] if known else []
    if not any(answer.stop for question in new for answer in question.answers):
        return None
    return Fix(partial(with_questions, pipeline_id=pipeline.id))


def _strangers_enter(pipeline: Pipeline) -> bool:
    return incoming(pipeline) or outbound(pipeline) or pipeline.goal_type is GoalType.EVENT_SALE


RULE = Rule("no-stop-answer", RuleSet.METHOD, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.PIPELINE)
