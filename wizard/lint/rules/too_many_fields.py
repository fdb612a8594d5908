"""Over 25 fields.

Nobody fills in a card of fifty fields. Only what the funnels launched now use is counted: a field nobody
uses, or one of a funnel put off, costs nothing yet.
Source: o2crm.ru; the number 25 is our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.usage import fields_of
from wizard.model.project import Project, Step

MOST = 25


def check(project: Project) -> Iterator[Hit]:
    used = {field for pipeline in project.launched() for field in fields_of(project, pipeline)}
    n = sum(field.created for field in map(project.field, used))
    if n > MOST:
        yield Hit(paths.field(""), args=(("n", n),))


RULE = Rule("too-many-fields", RuleSet.PRACTICE, Severity.WARNING, Step.QUALIFICATION, check, reads=Reads.PROJECT)
