"""A field that repeats.

Two fields of one name in one place fill up by halves; the API refuses a repeated code.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.named import repeats
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.fields import merge_fields
from wizard.model.fields import Field, Place
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for place in Place:
        for field, first in repeats(f for f in project.fields if f.place is place and f.created):
            yield Hit(paths.field(field.id, "name"), args=(("name", field.name),), fix=_fix(field, first))


def _fix(field: Field, first: Field) -> Fix | None:
    if field.type is not first.type:
        return None
    return Fix(partial(merge_fields, field_id=field.id, into=first.id), args=(("becomes", first.name),))


RULE = Rule(
    "same-field-name",
    RuleSet.AMOCRM,
    Severity.ERROR,
    Step.QUALIFICATION,
    check,
    reads=Reads.LISTS,
    requires=("blank-name",),
)
