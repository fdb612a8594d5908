"""A loss reason that repeats.

An account has one list of reasons; two of one name split the count between them. Causes kept in a
list field are not part of it.
Source: the way this project finds objects in an account.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.named import repeats
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import merge_reasons
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for reason, first in repeats(r for r in project.loss_reasons if r.field is None):
        fix = Fix(partial(merge_reasons, reason_id=reason.id, into=first.id), args=(("becomes", first.name),))
        yield Hit(paths.reason(reason.id, "name"), args=(("name", reason.name),), fix=fix)


RULE = Rule(
    "same-reason-name", RuleSet.AMOCRM, Severity.ERROR, Step.LOSSES, check, reads=Reads.LISTS, requires=("blank-name",)
)
