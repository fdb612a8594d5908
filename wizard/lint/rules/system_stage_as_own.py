"""A system stage among one's own.

Unsorted, won and lost exist in every funnel of amoCRM; a stage of one's own with such a name doubles
them, and deals closed there count as open.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.cures import removed
from wizard.lint.names import is_system
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if is_system(stage.name):
                path = paths.stage(pipeline.id, stage.id, "name")
                yield Hit(path, args=(("name", stage.name),), fix=removed(pipeline, stage))


RULE = Rule("system-stage-as-own", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
