"""Phone and mail at once.

Whoever writes in a messenger leaves one contact. A first stage that demands both makes managers invent
the second.
Source: GNZS on obligatory fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.fields import FieldType
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for first in pipeline.stages[:1]:
            types = {project.field(field).type for field in first.fields}
            if {FieldType.PHONE, FieldType.EMAIL} <= types:
                rest = tuple(f for f in first.fields if project.field(f).type is not FieldType.EMAIL)
                drop = partial(change_stage, at=StageRef(pipeline.id, first.id), fields=rest)
                yield Hit(paths.stage(pipeline.id, first.id, "fields"), args=(("name", first.name),), fix=Fix(drop))


RULE = Rule(
    "two-contacts-required",
    RuleSet.PRACTICE,
    Severity.WARNING,
    Step.QUALIFICATION,
    check,
    reads=Reads.PIPELINE_AND_LISTS,
)
