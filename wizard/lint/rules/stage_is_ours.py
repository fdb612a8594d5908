"""A fact, but only ours.

A card given to a manager, a paper being agreed: we were busy, and the client is where he was. The stage
names what he has done. In delivery our own work is what the client pays for.
Source: integrators' practice, to be verified; amoCRM's stock funnel ends with such a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept, Reading
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step

# Given to another department: what a funnel of partners or of qualification is for.
_HANDED, _HANDS_ON = "handed", (Kind.PARTNERS, Kind.QUALIFY)

# Work of ours that has only begun.
_BEGUN = "begun"
# Where our own work is what is seen: a mentor appointed says something in hiring.
_OWN_WORK = (Kind.DELIVERY, Kind.HR)


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.OURS):
        kind = kind_of(pipeline)
        if _counts(reading, kind):
            mild = Severity.HINT if reading.soft or kind in _OWN_WORK else None
            yield renaming_hit(project, pipeline, stage=stage, reading=reading, severity=mild)


def _counts(reading: Reading, kind: Kind) -> bool:
    if kind is Kind.DELIVERY:
        return not reading.done or reading.group == _BEGUN
    return reading.group != _HANDED or kind not in _HANDS_ON


RULE = Rule(
    "stage-is-ours",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
