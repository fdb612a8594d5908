"""Sections of the deal's card: added by name."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import reading, writing
from wizard.amocrm.existing import Existing, ExistingGroup
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Change, Kind, compared, created
from wizard.amocrm.plan.names import plain
from wizard.amocrm.plan.request import Pending, Request, batch
from wizard.amocrm.plan.target import Target


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    for name in _wanted(target):
        known = group_of(existing, name)
        if known:
            yield compared(Kind.GROUP, name, local=names.group(name), remote=known.id, details=())
        else:
            yield created(Kind.GROUP, name, local=names.group(name))


def group_of(existing: Existing, name: str) -> ExistingGroup | None:
    """The section of this name."""
    return next((group for group in existing.groups if plain(group.name) == plain(name)), None)


def _wanted(target: Target) -> list[str]:
    by_name = {plain(field.group): field.group for field in reversed(target.wanted.fields) if field.group}
    return list(reversed(by_name.values()))


def added(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    last = max((group.sort for group in existing.groups), default=0)
    new = [name for name in _wanted(target) if group_of(existing, name) is None and names.group(name) in pending]
    items = [(names.group(name), writing.group_body(name, sort=last + n)) for n, name in enumerate(new, start=1)]
    yield from batch("POST", reading.GROUPS, items, Kind.GROUP)
