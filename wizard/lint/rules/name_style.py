"""Capitals, a number or an emoji in a name.

amoCRM keeps the order by itself and shows the name in its own letters; what shouts or is numbered is read worse,
and the numbers are wrong after the first change.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.cures import renamed
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.style import decorated, shouted, tidied
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            if decorated(stage.name) or shouted(stage.name):
                path = paths.stage(pipeline.id, stage.id, "name")
                yield Hit(path, args=(("name", stage.name),), cures=partial(_fixes, pipeline, stage))


def _fixes(pipeline: Pipeline, stage: Stage) -> tuple[Fix, ...]:
    fix = renamed(pipeline, stage, tidied(stage.name))
    return (fix,) if fix else ()


RULE = Rule(
    "name-style",
    RuleSet.PRACTICE,
    Severity.HINT,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=(
        "blank-name",
        "system-stage-as-own",
        "stage-is-outcome",
        "stage-is-dump",
        "stage-is-attempt",
        "stage-waits",
        "stage-parks",
        "stage-hopes",
        "stage-is-process",
        "stage-is-talk",
        "stage-is-ours",
        "stage-one-sided",
        "stage-two-results",
        "stage-bare-noun",
        "stage-not-a-result",
    ),
)
