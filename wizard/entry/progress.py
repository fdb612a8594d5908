"""How far a run is, told from its journal: the same in every tab and on every server."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from wizard.amocrm.apply import Entry, Event
from wizard.amocrm.plan import Change, Plan
from wizard.entry.outcome import Outcome, Trouble
from wizard.storage.run import Run, State

READING, CHECKING = "reading", "checking"


@dataclass(frozen=True)
class Doing:
    """What is being done now: things of a kind, the name of the first and how many there are.

    Before the first change the kind is `reading` (the account), after the last one `checking`.
    """

    kind: str
    name: str = ""
    count: int = 0


@dataclass(frozen=True)
class Progress:
    """A run: `done` of `total` changes; `doing` while it goes, `trouble` when it stopped, `outcome` when it finished.

    `begun_at` is UTC. `removing` is the second confirmation it was started with.
    """

    state: State
    host: str
    account: str
    plan: Plan
    removing: bool
    begun_at: dt.datetime
    done: int
    total: int
    doing: Doing | None = None
    trouble: Trouble | None = None
    outcome: Outcome | None = None


def progress(run: Run, plan: Plan, entries: Sequence[Entry]) -> Progress:
    total = sum(change.tried for change in plan.changes)
    left = min((entry.left for entry in entries if entry.left is not None), default=total)
    finished, stopped = run.state is State.FINISHED, run.state is State.STOPPED
    return Progress(
        state=run.state,
        host=run.host,
        account=run.account,
        plan=plan,
        removing=run.removing,
        begun_at=run.begun_at,
        done=total if finished else total - min(left, total),
        total=total,
        doing=_doing(plan, entries) if run.state is State.RUNNING else None,
        trouble=Trouble.model_validate_json(run.outcome) if stopped and run.outcome else None,
        outcome=Outcome.model_validate_json(run.outcome) if finished and run.outcome else None,
    )


def _doing(plan: Plan, entries: Sequence[Entry]) -> Doing:
    last = entries[-1] if entries else None
    if last is None or not last.about:
        return Doing(READING)
    if last.event is not Event.SENDING and last.left == 0:
        return Doing(CHECKING)
    known = {change.local: change for change in plan.changes if change.local}
    told = [change for local in last.about if (change := _of(known, local))]
    return Doing(told[0].kind, told[0].name, len(last.about)) if told else Doing(READING)


def _of(known: dict[str, Change], local: str) -> Change | None:
    """Moves of single stages are parts of one change of order."""
    return known.get(local) or known.get(local.rpartition("/")[0])
