"""A name over 255 characters.

amoCRM does not document its limit; 255 is kept as a safe one. Cutting a name is left to people.
Source: caution.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.named import named
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

LIMIT = 255


def check(project: Project) -> Iterator[Hit]:
    for item in named(project):
        if len(item.name) > LIMIT:
            args = (("name", f"{item.name[:40]}\u2026"), ("n", len(item.name)))
            yield Hit(item.path, args=args, step=item.step)


RULE = Rule("name-over-255", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.NAMES)
