"""An outcome instead of a stage.

A refusal, junk or a duplicate is how a deal ends, not where it stands: it is closed as lost with a
reason. Only names that are an outcome as a whole count: an analysed refusal is a result.
Source: the article; live accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.closing import closed_instead, reason_for
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.OUTCOME):
        fix = closed_instead(pipeline, stage, reason_for(reading))
        yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), fix=fix)


RULE = Rule(
    "stage-is-outcome",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
