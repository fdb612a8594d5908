"""Every difference between what is wanted and what there is, and the requests that remove them, in one order."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import ends, fields, groups, main, pipelines, placing, reasons, removals, stages
from wizard.amocrm.plan.change import Change
from wizard.amocrm.plan.request import Phase, Request
from wizard.amocrm.plan.target import Target

_KINDS = (pipelines, stages, placing, ends, groups, fields, reasons, main, removals)

# What needs ids of others comes after them; the main pipeline comes last, when everything is ready for deals.
PHASES: tuple[Phase, ...] = (
    pipelines.created_first,
    pipelines.changed,
    stages.added,
    stages.changed,
    placing.moved,
    ends.tried,
    groups.added,
    fields.added,
    fields.changed,
    stages.hinted,
    reasons.added,
    main.made,
)


def compare(target: Target, existing: Existing) -> tuple[Change, ...]:
    """What is the same, what differs, and what only one side has."""
    now = target.on(existing)
    return tuple(change for kind in _KINDS for change in kind.changes(now, existing))


def next_request(target: Target, existing: Existing, done: AbstractSet[str]) -> Request | None:
    """The first thing to send, now that the account is like this; what is `done` is not sent again."""
    now = target.on(existing)
    changes = (change for kind in _KINDS for change in kind.changes(now, existing))
    pending = {change.local: change for change in changes if change.tried and change.local not in done}
    requests = (replace(request, left=len(pending)) for phase in PHASES for request in phase(now, existing, pending))
    return next((request for request in requests if not done >= set(request.about)), None)
