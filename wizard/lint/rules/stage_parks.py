"""A parking place instead of a stage.

Postponed deals are closed with a return date and come back through the funnel that warms refusals;
kept in a stage, they spoil conversions and nobody calls.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.closing import POSTPONED, closed_instead
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, _ in read_as(project, Concept.PARKS):
        fix = closed_instead(pipeline, stage, POSTPONED)
        yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), fix=fix)


RULE = Rule(
    "stage-parks",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
