"""A blank name.

amoCRM creates nothing without a name. The name of lost may stay empty: amoCRM has its own.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.named import named
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for item in named(project):
        if not item.name:
            yield Hit(item.path, variant=item.what, empty=True, step=item.step)


RULE = Rule("blank-name", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.NAMES)
