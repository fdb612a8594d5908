"""Money back, and into warming.

Whoever broke off the work or took his money back is not warmed but heard: by the head, or left in the
archive. A project stopped until a date may wait in win-back for that date.
Source: integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import between, reroute
from wizard.lint.kinds import Kind, is_warming, kind_of
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step
from wizard.model.routes import HEAD


def check(project: Project) -> Iterator[Hit]:
    for edge, target in between(project, lost_only=True):
        dated = edge.route.opens.field is not None
        if kind_of(edge.source) is Kind.DELIVERY and is_warming(target) and not dated:
            yield Hit(
                edge.path, args=(("name", edge.source.name), ("target", target.name)), fix=Fix(reroute(edge, HEAD))
            )


RULE = Rule("refund-to-warming", RuleSet.PRACTICE, Severity.WARNING, Step.LOSSES, check, reads=Reads.OUTLINES)
