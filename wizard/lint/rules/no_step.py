"""No step of the manager.

A stage without our next action is a place to wait in. One action is enough: whom to call, what to
send, what to agree.
Source: the article; LeLab; Server-Driven.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if not stage.step:
                yield Hit(paths.stage(pipeline.id, stage.id, "step"), args=(("name", stage.name),), empty=True)


RULE = Rule("no-step", RuleSet.METHOD, Severity.ERROR, Step.STAGES, check)
