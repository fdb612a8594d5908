"""A circle without a purchase.

We walk along the routes as far as they go. Whoever comes back into a funnel he has been lost from, without
having paid on the way, is led in a circle. A refusal rightly goes into warming, so the route out of warming is
told. A new occasion to buy is not walked.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.circles import closing
from wizard.lint.graph import reroute
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step
from wizard.model.routes import ARCHIVE


def check(project: Project) -> Iterator[Hit]:
    for edge in closing(project):
        name = project.pipeline(edge.target or "").name
        fix = None if edge.won else Fix(reroute(edge, ARCHIVE))
        yield Hit(edge.path, args=(("name", name), ("via", edge.source.name)), fix=fix)


RULE = Rule("returns-before-buying", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
