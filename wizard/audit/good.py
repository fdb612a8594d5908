"""What is in order, said as such: how many of the things a step is about have nothing against them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.audit.found import Found
from wizard.lint import paths
from wizard.lint.rule import Finding, Severity
from wizard.model.project import Project, Step

_OF_SIZE = ("stage-count", "stage-limit", "no-own-stage")


@dataclass(frozen=True)
class Good:
    """So many of all are in order; `what` says in which respect."""

    step: Step
    what: str
    n: int
    total: int


def goods(found: Found, project: Project, findings: Iterable[Finding]) -> tuple[Good, ...]:
    """What can be said for these funnels; a respect in which nothing is in order is left out."""
    counted = [f for f in findings if f.severity is not Severity.HINT]
    objects = {paths.object_of(f.path) for f in counted}
    of_goals = {paths.object_of(f.path) for f in counted if f.step is Step.GOALS}
    of_size = {paths.object_of(f.path) for f in counted if f.rule in _OF_SIZE}
    pipelines = [paths.pipeline(p.id) for p in project.pipelines]
    guessed = [paths.pipeline(p.id) for p in project.pipelines if p.goal_type]
    stages = [paths.stage(p.id, s.id) for p in project.pipelines for s in p.stages]
    fields = [paths.field(f.id) for f in project.fields] if found.fields else []
    reasons = [paths.reason(r.id) for r in project.loss_reasons] if found.reasons else []
    respects = (
        (Step.GOALS, "goals", guessed, of_goals, len(pipelines)),
        (Step.STAGES, "names", stages, objects, len(stages)),
        (Step.STAGES, "sizes", pipelines, of_size, len(pipelines)),
        (Step.QUALIFICATION, "fields", fields, objects, len(fields)),
        (Step.LOSSES, "reasons", reasons, objects, len(reasons)),
    )
    made = (
        Good(step, what, sum(thing not in bad for thing in things), total)
        for step, what, things, bad, total in respects
    )
    return tuple(good for good in made if good.n)
