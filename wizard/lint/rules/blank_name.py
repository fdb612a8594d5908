"""A blank name.

amoCRM creates nothing without a name. The name of lost may stay empty: amoCRM has its own.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.named import named
from wizard.lint.naming import as_usual
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for item in named(project):
        if not item.name:
            # A funnel has its template's name only if no other one has it, and here they are looked at one by one.
            cure = None if item.what == "pipeline" else partial(as_usual, project, item.path)
            yield Hit(item.path, variant=item.what, empty=True, step=item.step, cure=cure)


RULE = Rule("blank-name", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.NAMES)
