"""Too few questions.

One or two answers do not tell whether this is our client; three are the least, four or five are usual.
Whoever buys again, and work already paid for, need no qualification.
Source: the article's minimal list of questions; the number three is our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.pipeline import GoalType
from wizard.model.project import Project, Step

LEAST = 3


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        known = kind_of(pipeline) is Kind.DELIVERY or pipeline.goal_type is GoalType.REPEAT_PAYMENT
        n = len(pipeline.questions)
        if not known and n < LEAST:
            at = paths.pipeline(pipeline.id, "questions")
            yield Hit(at, args=(("n", n),)) if n else Hit(at, variant="none", empty=True)


RULE = Rule("too-few-questions", RuleSet.METHOD, Severity.WARNING, Step.QUALIFICATION, check)
