"""Two reasons that say the same.

“Too dear” and “High price” split one cause in two, and neither of the halves looks grave in a report. One of them
takes over the other.
Source: live accounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.reasons import meaning
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import merge_reasons
from wizard.model.losses import LossReason
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    first: dict[tuple[str | None, frozenset[str]], LossReason] = {}
    for reason in project.loss_reasons:
        said = meaning(reason.name)
        other = first.setdefault((reason.field, said), reason)
        if said and other is not reason:
            args = (("name", reason.name), ("other", other.name))
            fix = Fix(partial(merge_reasons, reason_id=reason.id, into=other.id), args)
            yield Hit(paths.reason(reason.id, "name"), args=args, fix=fix)


RULE = Rule(
    "near-duplicate-reason",
    RuleSet.PRACTICE,
    Severity.WARNING,
    Step.LOSSES,
    check,
    reads=Reads.LISTS,
    requires=("blank-name", "same-reason-name"),
)
