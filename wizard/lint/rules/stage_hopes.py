"""A mood instead of a fact.

Warm, promising, interested: two managers read such a name in two ways. Interest is measured by
qualification and kept in fields.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.cures import better_named
from wizard.lint.names import Concept
from wizard.lint.reading import stages_read_as
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, read in stages_read_as(project, Concept.HOPES):
        fix = better_named(pipeline, stage, read.better(project.company.language))
        yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), fix=fix)


RULE = Rule(
    "stage-hopes",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    requires=(
        "system-stage-as-own",
        "stage-is-outcome",
        "stage-is-dump",
        "stage-is-attempt",
        "stage-waits",
        "stage-parks",
    ),
)
