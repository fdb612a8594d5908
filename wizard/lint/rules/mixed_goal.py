"""Several goals in one funnel.

A funnel leads to one goal. When its name joins two, when stages of delivery follow the payment, or
when stages speak of candidates or partners among sales, conversions mean nothing: split it.
Source: the article; Solution4.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.goals import foreign_stages, joined_goals
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.splitting import apart, by_goals
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if parts := joined_goals(pipeline.name):
            cure = partial(by_goals, project, pipeline, parts=parts, aliens=foreign_stages(pipeline))
            yield Hit(paths.pipeline(pipeline.id, "name"), args=(("name", pipeline.name),), cure=cure)
        elif aliens := foreign_stages(pipeline):
            first = aliens.stages[0]
            yield Hit(
                paths.stage(pipeline.id, first.id, "name"),
                args=(("name", first.name), ("funnel", pipeline.name)),
                variant=aliens.kind,
                cures=partial(apart, pipeline, aliens),
            )


RULE = Rule("mixed-goal", RuleSet.METHOD, Severity.ERROR, Step.GOALS, check, reads=Reads.PIPELINE)
