"""A hint over 1000 characters.

A hint in a stage takes at most 1000 characters, each of the three levels for itself.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Hints
from wizard.model.project import Project, Step

LIMIT = 1000


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            for level in Hints.model_fields:
                text = getattr(stage.hints, level)
                if len(text) > LIMIT:
                    path = paths.stage(pipeline.id, stage.id, f"hints/{level}")
                    yield Hit(path, args=(("name", stage.name), ("n", len(text))), variant=level)


RULE = Rule("hint-over-1000", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
