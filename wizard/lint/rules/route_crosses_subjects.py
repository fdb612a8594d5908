"""A candidate among the clients.

Clients, partners and candidates live in different funnels. A partner's clients are new deals, not a route.
Source: follows from the rule that a funnel leads one kind of people to one goal.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.graph import Edge, between, reroute
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.project import Project, Step
from wizard.model.routes import ARCHIVE


def check(project: Project) -> Iterator[Hit]:
    for edge, target in between(project):
        if target.subject is not edge.source.subject:
            yield Hit(edge.path, args=(("name", edge.source.name), ("target", target.name)), fix=_fix(edge))


def _fix(edge: Edge) -> Fix:
    """To the archive; after success people simply stay where they are, and there is nothing to archive."""
    if edge.won:
        return Fix(partial(change_pipeline, pipeline_id=edge.source.id, won_route=None), variant="nowhere")
    return Fix(reroute(edge, ARCHIVE))


RULE = Rule("route-crosses-subjects", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
