"""A name that is no result.

A kind of client or a state tells who is in the stage, not what has been reached: nobody knows what moves a
card in or out. A name that may be read both ways is a hint; one whose
words are those of plainly wrong names is an error.
Source: the article; Ventas; Sol.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept, Reading
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.UNCLEAR, Concept.NOTHING):
        kind = kind_of(pipeline)
        # "Partner active" is what the funnel of partners is for.
        if kind is Kind.PARTNERS and reading.group == "state" and not reading.ours:
            continue
        yield renaming_hit(project, pipeline, stage=stage, reading=reading, severity=_severity(reading, kind))


def _severity(reading: Reading, kind: Kind) -> Severity | None:
    if reading.concept is Concept.NOTHING:
        return Severity.ERROR
    return Severity.HINT if reading.soft or kind is Kind.DELIVERY else None


RULE = Rule(
    "stage-not-a-result",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("blank-name", "system-stage-as-own", "won-as-own-stage"),
)
