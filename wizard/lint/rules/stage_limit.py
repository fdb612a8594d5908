"""Over 100 stages.

amoCRM holds at most 100 stages in a funnel, its two final ones and the unsorted one counted in.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.pruning import pruned
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

LIMIT = 100


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        total = len(pipeline.stages) + 2 + pipeline.unsorted
        if total > LIMIT:
            cures = partial(pruned, pipeline, most=LIMIT - 2 - pipeline.unsorted)
            yield Hit(paths.pipeline(pipeline.id, "stages"), args=(("name", pipeline.name), ("n", total)), cures=cures)


RULE = Rule("stage-limit", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
