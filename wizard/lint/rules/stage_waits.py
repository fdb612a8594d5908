"""The ball is on the client's side.

When a stage says that the client thinks or that we wait, nobody on our side has a next step, and
cards grow old there. A stage names what has been agreed. Nor does a name tell anything that says what has
not happened yet.
Source: the article; Ventas; Solution4.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept, Reading
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step

# Whoever is named: goods somewhere, and a choice among those we buy from.
_OF_WHOMEVER = ("place", "choosing")


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.WAITS, Concept.NEGATED):
        variant = "negated" if reading.concept is Concept.NEGATED else "message"
        mild = _severity(reading, kind_of(pipeline))
        yield renaming_hit(project, pipeline, stage=stage, reading=reading, variant=variant, severity=mild)


def _severity(reading: Reading, kind: Kind) -> Severity | None:
    """Where goods are, and what we choose or decide ourselves, tells something in delivery and hiring."""
    ours = reading.group in _OF_WHOMEVER or (reading.group == "choice" and reading.ours)
    if kind is Kind.DELIVERY and ours:
        return Severity.HINT
    return Severity.WARNING if kind is Kind.HR and ours else None


RULE = Rule(
    "stage-waits",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
