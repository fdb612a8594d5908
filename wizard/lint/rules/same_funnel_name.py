"""Two funnels with one name.

The plan of changes finds funnels by name. Case, a Russian yo and spaces do not matter.
Source: the way this project finds objects in an account.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.named import repeats
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, _ in repeats(project.pipelines):
        yield Hit(paths.pipeline(pipeline.id, "name"), args=(("name", pipeline.name),))


RULE = Rule(
    "same-funnel-name",
    RuleSet.AMOCRM,
    Severity.ERROR,
    Step.GOALS,
    check,
    reads=Reads.OUTLINES,
    requires=("blank-name",),
)
