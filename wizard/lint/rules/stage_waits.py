"""The ball is on the client's side.

When a stage says that the client thinks or that we wait, nobody on our side has a next step, and
cards grow old there. A stage names what has been agreed.
Source: the article; Ventas; Solution4.
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
    for pipeline, stage, read in stages_read_as(project, Concept.WAITS):
        fix = better_named(pipeline, stage, read.better(project.company.language))
        yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), fix=fix)


RULE = Rule(
    "stage-waits",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    requires=(
        "system-stage-as-own",
        "stage-is-outcome",
        "stage-is-dump",
        "stage-is-attempt",
    ),
)
