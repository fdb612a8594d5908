"""The same funnel again.

A client who has left a funnel goes to another one; a second round in the same funnel repeats what did not
work. Allowed is one return: a new occasion to buy.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import edges
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for edge in edges(project):
        if edge.again and not edge.route.new_occasion:
            yield Hit(edge.path, args=(("name", edge.source.name),), variant="won" if edge.won else "message")


RULE = Rule("route-to-itself", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.PIPELINE)
