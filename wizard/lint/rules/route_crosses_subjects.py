"""A candidate among the clients.

Clients, partners and candidates live in different funnels. A partner's clients are new deals, not a route.
Source: follows from the rule that a funnel leads one kind of people to one goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import between, reroute
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step
from wizard.model.routes import ARCHIVE


def check(project: Project) -> Iterator[Hit]:
    for edge, target in between(project):
        if target.subject is not edge.source.subject:
            # After success people simply stay where they are: there is nothing to archive.
            fix = None if edge.won else Fix(reroute(edge, ARCHIVE))
            yield Hit(edge.path, args=(("name", edge.source.name), ("target", target.name)), fix=fix)


RULE = Rule("route-crosses-subjects", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
