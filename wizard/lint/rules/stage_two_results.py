"""Two results in one name.

A card moves when both have happened, or when one has: nobody knows. Two results are two stages, or the later
one alone. The name of won may hold two. Two verbs of one thing left unnamed are a hint.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.TWO_RESULTS):
        mild = Severity.HINT if reading.soft else None
        yield renaming_hit(project, pipeline, stage=stage, reading=reading, severity=mild)


RULE = Rule(
    "stage-two-results",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
