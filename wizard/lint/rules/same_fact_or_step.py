"""Neighbours with the same step.

Two neighbouring stages on which the manager does the same are one stage. Facts that repeat are the
business of `fact-does-not-prove-next`.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from wizard.lint import paths
from wizard.lint.cures import folded_into
from wizard.lint.names import words
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage, after in pairwise(pipeline.stages):
            if after.step and words(after.step) == words(stage.step):
                args = (("name", after.name), ("before", stage.name))
                fold = partial(folded_into, pipeline, after, stage)
                yield Hit(paths.stage(pipeline.id, after.id, "step"), args=args, cure=fold)


RULE = Rule(
    "same-fact-or-step",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-step",),
)
