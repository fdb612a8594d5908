"""A dump.

A stage for whatever fits nowhere else is never worked through. Only names that say so as a whole count.
Source: live accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.cures import removed
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, _ in read_as(project, Concept.DUMP):
        fix = removed(pipeline, stage)
        yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), fix=fix)


RULE = Rule(
    "stage-is-dump",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
