"""Under five reasons.

Three reasons cannot tell price from time from product, and each sends the client another way. “Other” is
not counted. A complaint seldom ends in a refusal, so its funnel may have fewer.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.known import original, with_reasons
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.usage import is_other
from wizard.model.pipeline import GoalType, Pipeline
from wizard.model.project import Project, Step

LEAST = 5


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        n = sum(not is_other(project.reason(use.reason)) for use in pipeline.losses)
        if n < LEAST and pipeline.goal_type is not GoalType.COMPLAINT_RESOLUTION:
            at = paths.pipeline(pipeline.id, "losses")
            fix = _fix(project, pipeline)
            yield Hit(at, args=(("n", n),), fix=fix) if n else Hit(at, variant="none", empty=True, fix=fix)


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    """The template's reasons besides those chosen."""
    known = original(project, pipeline)
    if known is None or len(known.losses) < LEAST:
        return None
    return Fix(partial(with_reasons, pipeline_id=pipeline.id))


RULE = Rule("too-few-reasons", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.PIPELINE_AND_LISTS)
