"""Two stages with one name.

The plan of changes finds stages by name, and managers cannot tell them apart. Case, a Russian yo and
spaces do not matter.
Source: the way this project finds objects in an account.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.cures import folded_into
from wizard.lint.named import repeats
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage, first in repeats(pipeline.stages):
            fold = partial(folded_into, pipeline, stage, first)
            yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), cure=fold)


RULE = Rule(
    "same-stage-name",
    RuleSet.AMOCRM,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("blank-name",),
)
