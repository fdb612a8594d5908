"""A circle without a purchase.

From every refusal we walk along the routes as far as they go. Whoever comes back into the funnel he refused
in, without having paid on the way, is led in a circle. A new occasion to buy is not walked.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import between, unpaid_ways
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    """One finding a circle, at the first refusal that enters it: it has one cause, however many reasons it has."""
    ways = unpaid_ways(project)
    told: set[tuple[str, str]] = set()
    for edge, target in between(project, lost_only=True):
        circle = (edge.source.id, target.id)
        if not edge.route.new_occasion and edge.source.id in ways[target.id] and circle not in told:
            told.add(circle)
            yield Hit(edge.path, args=(("name", edge.source.name), ("via", target.name)))


RULE = Rule("returns-before-buying", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check)
