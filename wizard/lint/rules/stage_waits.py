"""The ball is on the client's side.

When a stage says that the client thinks or that we wait, nobody on our side has a next step, and
cards grow old there. A stage names what has been agreed. Nor does a name tell anything that says what has
not happened yet.
Source: the article; Ventas; Solution4.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.WAITS, Concept.NEGATED):
        variant = "negated" if reading.concept is Concept.NEGATED else "message"
        yield renaming_hit(project, pipeline, stage=stage, reading=reading, variant=variant)


RULE = Rule(
    "stage-waits",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
