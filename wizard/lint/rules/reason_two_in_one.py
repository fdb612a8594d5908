"""Two reasons in one.

“Too dear or no answer” leads two ways: nobody can tell afterwards which it was, and the client goes one of them
by chance. Words that mean one kind of cause may stand together.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.reasons import Fault, fault
from wizard.lint.replacing import taken_apart
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason in project.loss_reasons:
        if fault(reason.name) is Fault.TWO_IN_ONE:
            cure = partial(taken_apart, reason)
            yield Hit(paths.reason(reason.id, "name"), args=(("name", reason.name),), cure=cure)


RULE = Rule("reason-two-in-one", RuleSet.PRACTICE, Severity.WARNING, Step.LOSSES, check, reads=Reads.LISTS)
