"""A step without a verb.

“The offer” does not tell what to do with it: to prepare, to send or to go through it. A step begins with a verb.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.steps import StepFault, step_hits
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    yield from step_hits(project, StepFault.NO_VERB)


RULE = Rule(
    "step-not-a-verb",
    RuleSet.PRACTICE,
    Severity.HINT,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-step", "step-waits", "step-vague"),
)
