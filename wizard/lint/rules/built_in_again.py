"""A field amoCRM has already.

The deal's budget, its responsible manager, the contact's name and phone and the loss reason are built in.
A second one splits the data and drops out of the reports.
Source: amoCRM's own fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.edits.fields import merge_fields
from wizard.model.fields import Field
from wizard.model.project import Project, Step

BUILT_IN = ("amount", "responsible", "loss_reason", "contact_name", "contact_phone", "contact_email", "contact_role")


def check(project: Project) -> Iterator[Hit]:
    for field in project.fields:
        same = [name for name in (*BUILT_IN, "created") if says(field.name, topic("fields", name))]
        if field.created and same:
            args = (("name", field.name),)
            yield Hit(paths.field(field.id, "name"), args=args, fix=_fix(project, field, same[0]))


def _fix(project: Project, field: Field, same: str) -> Fix | None:
    """Let the built-in field stand for it, where the project knows it and no list of values would be lost."""
    known = next((f for f in project.fields if f.id == same and not f.created), None)
    if known is None or field.options or any(reason.field == field.id for reason in project.loss_reasons):
        return None
    return Fix(partial(merge_fields, field_id=field.id, into=known.id), (("name", known.name),))


RULE = Rule("built-in-again", RuleSet.PRACTICE, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.LISTS)
