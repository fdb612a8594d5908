"""A reason that blames the client.

“Greedy” or “did not get it” tells what a manager felt, not what can be repaired; and the client may see the card
one day.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.reasons import Fault, fault
from wizard.lint.replacing import replaced
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

# What is usually behind it, by the dictionary's ids.
BEHIND = ("price_too_high", "solution_not_fit")


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        if fault(reason.name) is Fault.BLAMES:
            cures = partial(replaced, project, reason, by=BEHIND)
            yield Hit(paths.reason(reason.id, "name"), args=(("name", reason.name),), cures=cures)


RULE = Rule("reason-blames-client", RuleSet.PRACTICE, Severity.HINT, Step.LOSSES, check, reads=Reads.LISTS)
