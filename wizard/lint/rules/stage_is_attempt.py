"""An attempt instead of a stage.

Not reaching a client changes nothing in the sale: the request is still just received. Tries belong
to a field and a series of tasks, and after the last one to a loss reason.
Source: nova-amocrm.ru; live accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.cures import removed, renamed
from wizard.lint.names import Concept
from wizard.lint.reading import stages_read_as
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, read in stages_read_as(project, Concept.ATTEMPT):
        fix = renamed(pipeline, stage, read.better(project.company.language)) or removed(
            pipeline, stage, variant="remove"
        )
        yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), fix=fix)


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
