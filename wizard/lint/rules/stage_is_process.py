"""A process without a result.

Everything is in work; such a name does not tell how far the client has got. In delivery our own work
is a legitimate state, so there it is a hint, and so are production, mounting and goods to be fetched.
Source: Pipedrive; Solution4.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.PROCESS, Concept.WORK):
        delivery = kind_of(pipeline) is Kind.DELIVERY
        if delivery or reading.concept is Concept.PROCESS:
            mild = Severity.HINT if delivery and reading.ours else None
            yield renaming_hit(project, pipeline, stage=stage, reading=reading, severity=mild)


RULE = Rule(
    "stage-is-process",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
