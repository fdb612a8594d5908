"""A cliff among the steps.

A step over three times worse than its neighbours often hides two steps, or shows where clients are lost.
The factor of three is our assumption.
Source: KPI Tree, CalcStack.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from wizard.forecast import shares
from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of, outbound
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step

FACTOR = 3


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        steps = shares(pipeline)
        for place, (stage, share) in enumerate(zip(pipeline.stages, steps, strict=True)):
            if share is None or (place == 0 and _falls_at_once(pipeline)):
                continue
            beside = [s for s in (*steps[max(place - 1, 0) : place], *steps[place + 1 : place + 2]) if s is not None]
            if len(steps) > 2 and beside and share * FACTOR < median(beside):
                yield Hit(
                    paths.stage(pipeline.id, stage.id, "conversion"),
                    args=(("name", stage.name), ("percent", round(share * 100))),
                )


def _falls_at_once(pipeline: Pipeline) -> bool:
    """Cold companies and applicants fall off at the first step as a matter of course."""
    return outbound(pipeline) or kind_of(pipeline) is Kind.HR


RULE = Rule("cliff-step", RuleSet.METHOD, Severity.HINT, Step.SHAPE, check, reads=Reads.PIPELINE)
