"""A mood instead of a fact.

Warm, promising, interested: two managers read such a name in two ways. Interest is measured by
qualification and kept in fields.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.HOPES):
        yield renaming_hit(project, pipeline, stage=stage, reading=reading)


RULE = Rule(
    "stage-hopes",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
