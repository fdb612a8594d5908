"""A type deals do not have.

Phones and mail addresses live on contacts; a user field exists on neither. Money has its own way
when the settings are compiled.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.fields import change_field
from wizard.model.fields import FieldType, Place
from wizard.model.project import Project, Step

_OF_CONTACT = (FieldType.PHONE, FieldType.EMAIL)


def check(project: Project) -> Iterator[Hit]:
    for field in project.fields:
        if field.place is not Place.DEAL:
            continue
        path, args = paths.field(field.id, "type"), (("name", field.name),)
        if field.type in _OF_CONTACT:
            yield Hit(
                path, args=args, fix=Fix(partial(change_field, field_id=field.id, place=Place.CONTACT), args=args)
            )
        elif field.type is FieldType.USER:
            yield Hit(path, args=args, variant="user")


RULE = Rule("type-not-on-deal", RuleSet.AMOCRM, Severity.ERROR, Step.QUALIFICATION, check, reads=Reads.LISTS)
