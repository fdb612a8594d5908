"""What came of an entry into an account: entered, refused in amoCRM's words, not taken, and left to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.change import Action, Change, Kind
from wizard.amocrm.plan.comparing import compare
from wizard.amocrm.plan.plan import Plan
from wizard.amocrm.plan.target import Target
from wizard.amocrm.refused import NotAllowedError, NotFoundError, RefusedError

# Whatever is sent, it is refused: it is left to people.
_NO_WAY = (NotAllowedError, NotFoundError)


@dataclass(frozen=True)
class Refusal:
    """A change the account said no to."""

    change: Change
    error: RefusedError


@dataclass(frozen=True)
class Report:
    """After everything was read back. `missing` was accepted, and is not there all the same.

    `target` knows what everything has become in the account.
    """

    done: tuple[Change, ...]
    refused: tuple[Refusal, ...]
    missing: tuple[Change, ...]
    by_hand: tuple[Change, ...]
    target: Target
    existing: Existing

    @property
    def reasons_refused(self) -> bool:
        """Whether the account takes no loss reasons from programs at all, which no page promises."""
        return any(r.change.kind == Kind.REASON and isinstance(r.error, _NO_WAY) for r in self.refused)

    @property
    def complete(self) -> bool:
        """Whether everything a program can write is written."""
        return not self.missing and all(isinstance(refusal.error, _NO_WAY) for refusal in self.refused)


def report(plan: Plan, existing: Existing, *, target: Target, refusals: Mapping[str, RefusedError]) -> Report:
    """What is done is seen from what the account lacks now."""
    left = {change.local: change for change in compare(target, existing) if change.tried}
    planned = [change for change in plan.changes if change.tried]
    said = tuple(Refusal(change, refusals[local]) for local, change in left.items() if local in refusals)
    missing = (c for local, c in left.items() if local not in refusals and c.writes)
    by_hand = [change for change in plan.changes if change.action is Action.MANUAL and not change.tried]
    return Report(
        done=tuple(change for change in planned if change.local not in left),
        refused=tuple(refusal for refusal in said if refusal.change.writes),
        missing=tuple(missing),
        by_hand=(*(change for change in left.values() if not change.writes), *by_hand),
        target=target.on(existing),
        existing=existing,
    )
