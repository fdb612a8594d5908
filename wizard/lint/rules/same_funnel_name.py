"""Two funnels with one name.

The plan of changes finds funnels by name. Case, a Russian yo and spaces do not matter.
Source: the way this project finds objects in an account.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.named import repeats
from wizard.lint.naming import as_usual
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, _ in repeats(project.pipelines):
        at = paths.pipeline(pipeline.id, "name")
        yield Hit(at, args=(("name", pipeline.name),), cure=partial(as_usual, project, at))


RULE = Rule(
    "same-funnel-name",
    RuleSet.AMOCRM,
    Severity.ERROR,
    Step.GOALS,
    check,
    reads=Reads.OUTLINES,
    requires=("blank-name",),
)
