"""A talk without a result.

Talks go on from the first call to the payment; a stage names what they led to.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.TALK):
        yield renaming_hit(project, pipeline, stage=stage, reading=reading)


RULE = Rule(
    "stage-is-talk",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
