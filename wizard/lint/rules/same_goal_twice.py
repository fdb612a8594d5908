"""The same goal twice.

Two funnels that lead the same people to the same goal split the figures: neither shows how many of a hundred
requests are paid. Sources disagree: some keep one funnel and a field, others make a second one as soon as the
stages differ. Hence a question. A copy for another product is wanted, and so is a search beside incoming requests.
Source: Bitrix24 (several funnels) and IVLead (one funnel and a field) differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.twins import same_goal
from wizard.model.edits.pipelines import merge_pipelines
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for first, second in same_goal(project):
        args = (("name", second.name), ("other", first.name))
        merge = partial(merge_pipelines, pipeline_id=second.id, into=first.id)
        yield Hit(paths.pipeline(second.id, "goal_type"), args, fix=Fix(merge, args))


RULE = Rule(
    "same-goal-twice",
    RuleSet.METHOD,
    Severity.HINT,
    Step.GOALS,
    check,
    reads=Reads.OUTLINES,
    requires=("split-by-attribute",),
)
