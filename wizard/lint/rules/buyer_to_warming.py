"""A buyer led into warming.

Whoever has just paid is not warmed: the order is carried out, and he is offered the next one on an occasion.
Warming is for those who refused or left. A request handed over to sales has not been paid for and is not meant.
Source: the article, which keeps first sales, refusals and further purchases apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.graph import Edge, between, reroute
from wizard.lint.kinds import Kind, is_warming, kind_of
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import GoalType, Pipeline, WonKind
from wizard.model.project import Project, Step
from wizard.model.routes import Destination, Route, Target


def check(project: Project) -> Iterator[Hit]:
    for edge, target in between(project):
        bought = edge.won and edge.source.won.kind is WonKind.PAYMENT and kind_of(edge.source) is not Kind.QUALIFY
        if bought and is_warming(target):
            names = (("name", edge.source.name), ("target", target.name))
            yield Hit(edge.path, args=names, cures=partial(_cures, project, edge))


def _cures(project: Project, edge: Edge) -> tuple[Fix, ...]:
    """Into a funnel that offers the next purchase, where there is one; or nowhere, until there is."""
    again = [p for p in project.pipelines if p.goal_type is GoalType.REPEAT_PAYMENT and p.stages]
    onward = tuple(
        Fix(reroute(edge, _to(pipeline)), args=(("becomes", pipeline.name), ("stage", pipeline.stages[0].name)))
        for pipeline in again
        if pipeline.id != edge.source.id
    )
    nowhere = partial(change_pipeline, pipeline_id=edge.source.id, won_route=None)
    return (*onward[:2], Fix(nowhere, variant="nowhere"))


def _to(pipeline: Pipeline) -> Route:
    """To the beginning of a funnel: work on the next purchase starts at once."""
    return Route(target=Target.PIPELINE, to=Destination(pipeline=pipeline.id, stage=pipeline.stages[0].id))


RULE = Rule("buyer-to-warming", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
