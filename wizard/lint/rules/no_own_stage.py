"""No stages of one's own.

With only the system's won and lost a funnel shows nothing between a request and its end, and amoCRM
does not create a funnel without stages.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if not pipeline.stages:
            yield Hit(paths.pipeline(pipeline.id, "stages"), args=(("name", pipeline.name),), empty=True)


RULE = Rule("no-own-stage", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check)
