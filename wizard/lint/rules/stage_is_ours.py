"""A fact, but only ours.

A card given to a manager, a paper being agreed: we were busy, and the client is where he was. The stage
names what he has done. In delivery our own work is what the client pays for.
Source: integrators' practice, to be verified; amoCRM's stock funnel ends with such a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.OURS):
        if kind_of(pipeline) is not Kind.DELIVERY or not reading.done:
            mild = Severity.HINT if reading.soft or kind_of(pipeline) is Kind.DELIVERY else None
            yield renaming_hit(project, pipeline, stage=stage, reading=reading, severity=mild)


RULE = Rule(
    "stage-is-ours",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
