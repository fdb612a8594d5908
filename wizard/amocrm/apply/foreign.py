"""Tells what a stopped run left to do from what somebody else has changed meanwhile."""

from __future__ import annotations

from wizard.amocrm.plan.change import REMOVALS, Action, Change, Kind
from wizard.amocrm.plan.plan import Plan


def unexplained(plan: Plan, left: tuple[Change, ...]) -> tuple[Change, ...]:
    """Differences a stopped run did not make and the plan did not show: somebody else changed the account."""
    planned = {change.local: change for change in plan.changes if change.tried}
    return tuple(change for change in left if change.writes and not _explained(planned, change))


def _explained(planned: dict[str, Change], change: Change) -> bool:
    known = planned.get(change.local)
    if change.kind in (Kind.ORDER, Kind.MAIN, *REMOVALS):
        # What is moved, or was the main one, has other names by now.
        return True
    return known is not None and (known.action is Action.CREATE or set(change.details) <= set(known.details))
