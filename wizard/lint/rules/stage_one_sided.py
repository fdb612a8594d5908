"""A one-sided fact.

Sent, written, invoiced: we have acted, and what the client makes of it is not known. What both have done says
more. In delivery such a fact is enough.
Source: Resonate, TechUnit and Aiva; Ventas accepts such names, and Pipedrive recommends “Proposal sent”.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.ONE_SIDED):
        if kind_of(pipeline) is not Kind.DELIVERY:
            yield renaming_hit(project, pipeline, stage=stage, reading=reading)


RULE = Rule(
    "stage-one-sided",
    RuleSet.METHOD,
    Severity.HINT,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
