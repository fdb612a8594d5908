"""An attempt instead of a stage.

Not reaching a client changes nothing in the sale: the request is still just received. Tries belong
to a field and a series of tasks, and after the last one to a loss reason. Nor is a manager's to-do a
stage: it is a task, and the stage is what comes of it.
Source: nova-amocrm.ru; live accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.cures import better_named, removed
from wizard.lint.names import Concept
from wizard.lint.reading import stages_read_as
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, read in stages_read_as(project, Concept.ATTEMPT):
        fix = better_named(pipeline, stage, read.better(project.company.language))
        todo = read.group.startswith("todo")
        if not (fix or todo):
            # A try adds nothing by itself, whatever is asked there: the stage before it takes that over.
            fix = removed(pipeline, stage, variant="remove")
        at = paths.stage(pipeline.id, stage.id, "name")
        yield Hit(at, args=(("name", stage.name),), variant="todo" if todo else "message", fix=fix)


RULE = Rule(
    "stage-is-attempt",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    requires=(
        "system-stage-as-own",
        "stage-is-outcome",
        "stage-is-dump",
    ),
)
