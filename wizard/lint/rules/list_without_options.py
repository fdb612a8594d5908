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
    causes = {reason.field for reason in project.loss_reasons}
    bare = [field for field in project.fields if field.created and not field.options and field.type in LISTS]
    empty = [field for field in bare if field.id not in causes]
    needed = used_fields(project) if empty else set()
    for field in empty:
        if field.id in needed:
            cure = partial(filled, project, field)
            yield Hit(paths.field(field.id, "options"), args=(("name", field.name),), empty=True, cure=cure)


RULE = Rule("list-without-options", RuleSet.AMOCRM, Severity.ERROR, Step.QUALIFICATION, check, reads=Reads.PROJECT)
