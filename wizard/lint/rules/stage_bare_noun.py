"""An action without its result.

A noun alone does not tell whether the event is planned, under way or over: three managers put three kinds
of deals there. Nouns the trade understands, and our own work in delivery, are a hint.
Source: follows from a stage being a result; amoCRM's stock funnel begins with such a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step

# Events everybody in the trade reads as done.
_UNDERSTOOD = "understood"


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.BARE, Concept.REQUEST, Concept.WORK):
        delivery = kind_of(pipeline) is Kind.DELIVERY
        if delivery and reading.concept is Concept.WORK:
            continue
        mild = delivery or reading.concept is Concept.REQUEST or reading.group == _UNDERSTOOD
        yield renaming_hit(project, pipeline, stage=stage, reading=reading, severity=Severity.HINT if mild else None)


RULE = Rule(
    "stage-bare-noun",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own", "won-as-own-stage"),
)
