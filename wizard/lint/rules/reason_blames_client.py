"""A reason that blames the client.

“Greedy” or “did not get it” tells what a manager felt, not what can be repaired; and the client may see the card
one day.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.reasons import Fault, fault
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        if fault(reason.name) is Fault.BLAMES:
            yield Hit(paths.reason(reason.id, "name"), args=(("name", reason.name),))


RULE = Rule("reason-blames-client", RuleSet.PRACTICE, Severity.HINT, Step.LOSSES, check, reads=Reads.LISTS)
