"""The same funnel again.

A client who has left a funnel goes to another one; a second round in the same funnel repeats what did not
work. Allowed is one return: a new occasion to buy.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import edges, reroute
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step
from wizard.model.routes import ARCHIVE


def check(project: Project) -> Iterator[Hit]:
    for edge in edges(project):
        if edge.again and not edge.route.new_occasion:
            args = (("name", edge.source.name),)
            # Whether a purchase gives a new occasion only the owner knows.
            fix = None if edge.won else Fix(reroute(edge, ARCHIVE))
            yield Hit(edge.path, args=args, variant="won" if edge.won else "message", fix=fix)


RULE = Rule("route-to-itself", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.PIPELINE)
