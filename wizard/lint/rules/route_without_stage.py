"""A route without a stage.

A funnel alone is not an address: the manager must know in which stage the new deal is opened.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import Edge, edges, reroute
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step
from wizard.model.routes import Destination


def check(project: Project) -> Iterator[Hit]:
    for edge in edges(project):
        if edge.target and edge.route.to and edge.route.to.stage is None:
            target = project.pipeline(edge.target)
            yield Hit(edge.path, args=(("target", target.name),), fix=_fix(edge, target))


def _fix(edge: Edge, target: Pipeline) -> Fix | None:
    if not target.stages:
        return None
    first = target.stages[0]
    whole = edge.route.changed(to=Destination(pipeline=target.id, stage=first.id))
    return Fix(reroute(edge, whole), (("stage", first.name),))


RULE = Rule("route-without-stage", RuleSet.METHOD, Severity.WARNING, Step.LOSSES, check, reads=Reads.OUTLINES)
