"""Loss reasons: the account has one list; what it has already, in whatever letters, is not added again."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import reading, writing
from wizard.amocrm.existing import Existing, ExistingReason
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Action, Change, Kind, compared, created, kept
from wizard.amocrm.plan.names import plain
from wizard.amocrm.plan.request import Pending, Request, batch
from wizard.amocrm.plan.target import Target

LAST = 100_000


def partners(target: Target, existing: Existing) -> dict[str, ExistingReason]:
    """The account's reason of the same name, for each of ours that has one."""
    by_name = {plain(reason.name): reason for reason in reversed(existing.reasons or ())}
    return {r.id: by_name[plain(r.name)] for r in target.wanted.reasons if plain(r.name) in by_name}


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    found = partners(target, existing)
    for reason in target.wanted.reasons:
        theirs, local = found.get(reason.id), names.reason(reason.id)
        if existing.reasons is None or (target.reasons_by_hand and not theirs):
            # An account that does not show its list is not written to blindly; one that refuses is not asked again.
            yield Change(action=Action.MANUAL, kind=Kind.REASON, name=reason.name, local=local)
        elif theirs:
            yield compared(Kind.REASON, reason.name, local=local, remote=theirs.id, details=())
        else:
            yield created(Kind.REASON, reason.name, local=local)
    ours = {theirs.id for theirs in found.values()}
    yield from (kept(Kind.REASON, r.name, remote=r.id) for r in existing.reasons or () if r.id not in ours)


def added(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    found = partners(target, existing)
    last = max((reason.sort for reason in existing.reasons or ()), default=0)
    new = [r for r in target.wanted.reasons if r.id not in found and names.reason(r.id) in pending]
    items = [
        (names.reason(reason.id), writing.reason_body(reason.name, sort=min(last + n, LAST)))
        for n, reason in enumerate(new, start=1)
    ]
    yield from batch("POST", reading.REASONS, items, Kind.REASON)
