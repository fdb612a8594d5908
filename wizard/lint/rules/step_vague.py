"""A step without an action.

To manage, to work on, to keep warm: nobody can tell whether it was done today. A step is an action of ours with
its object and its time. A vague verb with a thing and a day (“to hold a webinar on the 12th”) is an action.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.steps import StepFault, step_hits
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    yield from step_hits(project, StepFault.VAGUE)


RULE = Rule(
    "step-vague",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-step", "step-waits"),
)
