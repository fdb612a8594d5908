"""Nowhere to write why.

“Other” and “Chose another” mean something only with words beside them, so the deal needs a text field for
the loss comment.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.i18n.translator import translator
from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.words import says, topic
from wizard.model.edits.fields import add_field
from wizard.model.edits.ids import fresh
from wizard.model.fields import Field, FieldType, Place
from wizard.model.project import Project, Step

FIELD = "loss_comment"


def check(project: Project) -> Iterator[Hit]:
    if project.pipelines and not any(map(_holds_comment, project.fields)):
        name = translator(project.company.language)("rule.no-comment-field.field")
        field = Field(id=fresh(FIELD, (f.id for f in project.fields)), name=name, type=FieldType.TEXTAREA)
        yield Hit(paths.field(""), fix=Fix(partial(add_field, field=field), (("name", name),)))


def _holds_comment(field: Field) -> bool:
    text = field.type in (FieldType.TEXT, FieldType.TEXTAREA) and field.place is Place.DEAL
    return text and (field.id == FIELD or says(field.name, topic("fields", "comment")))


RULE = Rule("no-comment-field", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
