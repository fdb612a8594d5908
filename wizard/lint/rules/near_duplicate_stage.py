"""Two stages with nearly one name.

Managers cannot tell apart names that differ in the order or the endings of words, or by a number. One noun with
different results is two stages, and so are the first and the second meeting held.
Source: pipelinecrm.com; live accounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.cures import folded_into
from wizard.lint.reading import read
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.similar import key, numbers
from wizard.model.pipeline import Stage
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        first: dict[frozenset[str], Stage] = {}
        for stage in pipeline.stages:
            about = key(stage.name)
            other = first.setdefault(about, stage)
            if about and other is not stage and not _differ(stage.name, other.name):
                args = (("name", stage.name), ("other", other.name))
                fold = partial(folded_into, pipeline, stage, other)
                yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=args, cure=fold)


def _differ(name: str, other: str) -> bool:
    """Whether numbers tell two results apart."""
    reading = read(name)
    return reading is not None and reading.is_result and numbers(name) != numbers(other)


RULE = Rule(
    "near-duplicate-stage",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("blank-name", "same-stage-name"),
)
