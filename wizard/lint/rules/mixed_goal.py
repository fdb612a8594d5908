"""Several goals in one funnel.

A funnel leads to one goal. When its name joins two, when stages of delivery follow the payment, or
when stages speak of candidates or partners among sales, conversions mean nothing: split it.
Source: the article; Solution4.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.goals import foreign_stage, joined_goals
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if joined_goals(pipeline.name):
            yield Hit(paths.pipeline(pipeline.id, "name"), args=(("name", pipeline.name),))
        elif alien := foreign_stage(pipeline):
            args = (("name", alien.stage.name), ("funnel", pipeline.name))
            yield Hit(paths.stage(pipeline.id, alien.stage.id, "name"), args=args, variant=alien.kind)


RULE = Rule("mixed-goal", RuleSet.METHOD, Severity.ERROR, Step.GOALS, check, reads=Reads.PIPELINE)
