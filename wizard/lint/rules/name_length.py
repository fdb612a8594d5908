"""A long name.

amoCRM cuts a stage's name at 30 to 40 characters on the board; the end of the name, which holds the
result, is what gets lost.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.named import named
from wizard.lint.naming import shorter
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

LONG, TOO_LONG = 30, 40
COLUMNS = ("stage", "won")


def check(project: Project) -> Iterator[Hit]:
    for item in named(project):
        n = len(item.name)
        if n > LONG and item.what in COLUMNS:
            severity = Severity.WARNING if n > TOO_LONG else Severity.HINT
            cure = partial(shorter, project, item.path)
            yield Hit(item.path, args=(("name", item.name), ("n", n)), severity=severity, cure=cure)


RULE = Rule(
    "name-length", RuleSet.PRACTICE, Severity.HINT, Step.STAGES, check, reads=Reads.NAMES, requires=("name-over-255",)
)
