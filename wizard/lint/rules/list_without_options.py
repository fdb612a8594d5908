"""A list without values.

A list field with nothing to choose from cannot be filled in, and the API refuses it. Fields nobody
uses do not count.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.options import filled
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.questions import used_fields
from wizard.model.fields import LISTS
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    empty = [f for f in project.fields if f.created and f.type in LISTS and not project.option_names(f)]
    used = used_fields(project) if empty else set()
    for field in empty:
        if field.id in used:
            cure = partial(filled, project, field)
            yield Hit(paths.field(field.id, "options"), args=(("name", field.name),), empty=True, cure=cure)


RULE = Rule("list-without-options", RuleSet.AMOCRM, Severity.ERROR, Step.QUALIFICATION, check, reads=Reads.PROJECT)
