"""No time limit.

Without a limit nobody sees which card has stood too long; with one it turns red by itself.
Source: Server-Driven; HubSpot pipeline design (the bible of The Tech Deputies).
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if stage.term is None:
                yield Hit(paths.stage(pipeline.id, stage.id, "term"), args=(("name", stage.name),), empty=True)


RULE = Rule("no-term", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check)
