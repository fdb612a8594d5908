"""No type of goal.

A funnel without a goal cannot be judged: nobody knows what counts as success, or where the client
goes next.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if pipeline.goal_type is None:
            yield Hit(paths.pipeline(pipeline.id, "goal_type"), args=(("name", pipeline.name),), empty=True)


RULE = Rule("no-goal-type", RuleSet.METHOD, Severity.ERROR, Step.GOALS, check)
