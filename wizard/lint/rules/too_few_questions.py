"""Too few questions.

One or two answers do not tell whether this is our client; three are the least, four or five are usual.
Whoever buys again, and work already paid for, need no qualification.
Source: the article's minimal list of questions; the number three is our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.known import original, with_questions
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.project import Project, Step

LEAST = 3


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        known = kind_of(pipeline) is Kind.DELIVERY or pipeline.goal_type is GoalType.REPEAT_PAYMENT
        n = len(pipeline.questions)
        if not known and n < LEAST:
            at = paths.pipeline(pipeline.id, "questions")
            fix = _fix(project, pipeline)
            yield Hit(at, args=(("n", n),), fix=fix) if n else Hit(at, variant="none", empty=True, fix=fix)


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    """The template's questions besides those chosen."""
    known = original(project, pipeline)
    if known is None or len(known.questions) < LEAST:
        return None
    return Fix(partial(with_questions, pipeline_id=pipeline.id))


RULE = Rule("too-few-questions", RuleSet.METHOD, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.PIPELINE)
