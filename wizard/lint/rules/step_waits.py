"""The step waits for the client.

Waiting is not a step, and an action of the client is not ours: nobody can be asked whether it was
done. The verb that leads decides: to compare expectations, or to call before waiting, is an action.
Source: the article; Server-Driven.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.steps import StepFault, step_hits
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    yield from step_hits(project, StepFault.WAITS, StepFault.CLIENT_ACTS)


RULE = Rule(
    "step-waits", RuleSet.METHOD, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE, requires=("no-step",)
)
