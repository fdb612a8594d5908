"""The worker of this process: carries out plans in threads of its own, so that a closed tab stops nothing.

A process that ends takes its threads with it; its runs fall silent, and any other process may go on with them.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from functools import cache, lru_cache
from threading import Thread
from typing import TYPE_CHECKING

from pydantic import ValidationError

from wizard.amocrm.apply import PlanError, apply, snapshot
from wizard.amocrm.client import Client
from wizard.amocrm.plan import Plan, PlanFileError, dump, load
from wizard.amocrm.refused import AccountError
from wizard.entry.held import HeldRuns
from wizard.entry.journal import WAITS, KeptJournal, Shelf, entries, whole
from wizard.entry.outcome import Outcome, Trouble, outcome, trouble
from wizard.entry.progress import Progress, progress
from wizard.storage.draft import Draft
from wizard.storage.refused import DraftError
from wizard.storage.run import Run, State, Wanted

if TYPE_CHECKING:
    from wizard.storage.runs import Runs as KeptRuns

_LOG = logging.getLogger("voronka")
_PLANS = 16

Whose = Draft | str


class Runs:
    """One for each process. A draft is meant by `Draft`, a project that is kept nowhere by the name of its session.

    What concerns a draft may raise a `DraftError`.
    """

    def __init__(self, connect: Callable[[], KeptRuns], *, waits: tuple[float, ...] = WAITS) -> None:
        self._connect, self._waits = connect, waits
        self._held = HeldRuns()
        self._threads: dict[str, Thread] = {}
        self._plan = lru_cache(_PLANS)(self._loaded)

    def start(self, whose: Whose, plan: Plan, client: Client, *, removing: bool = False) -> None:
        """Carry a plan out from now on, or go on with the stopped or abandoned run of the same plan.

        The client is used until it is over. `AlreadyRunningError` while a run of this draft goes, here or elsewhere;
        `UnknownLinkError` for a link that only shows.
        """
        account = plan.seen.account
        wanted = Wanted(plan.checksum, dump(plan), client.address.host, account.name, removing)
        owner = secrets.token_hex(16)
        shelf, number = self._claimed(whose, wanted, owner)
        journal = KeptJournal(shelf, number, owner, waits=self._waits)
        worker = Thread(target=self._work, args=(journal, plan, client, removing, owner), name="entry", daemon=True)
        self._threads[owner] = worker
        worker.start()

    def progress(self, whose: Whose, host: str | None = None) -> Progress | None:
        """The last run, or the last one in the account at this host, whoever carries it out.

        None if there was none, or one that another version of the program left and this one cannot read.
        """
        shelf, run = self._latest(whose, host)
        if run is None:
            return None
        try:
            plan = self._plan(run.id, run.checksum, kept=isinstance(whose, Draft))
            return progress(run, plan, entries(shelf, run.id))
        except (PlanFileError, ValidationError):
            return None

    def snapshot(self, whose: Whose, host: str | None = None) -> bytes | None:
        """The account as it was before that run and where moved deals stood, as JSON; none if nothing was sent."""
        shelf, run = self._latest(whose, host)
        told = whole(shelf, run.id) if run else ()
        found = snapshot(told, told[0].plan) if told else None
        return found.model_dump_json(indent=1).encode() if found else None

    def wait(self) -> None:
        """Until every run of this process is over."""
        for worker in tuple(self._threads.values()):
            worker.join()

    def _claimed(self, whose: Whose, wanted: Wanted, owner: str) -> tuple[Shelf, int]:
        if isinstance(whose, Draft):
            kept = self._connect()
            return kept, kept.claim(whose, wanted, owner)
        return self._held, self._held.claim(whose, wanted, owner)

    def _loaded(self, run: int, _checksum: str, *, kept: bool) -> Plan:
        """Numbers of runs that are gone are given again, to other plans."""
        shelf: Shelf = self._connect() if kept else self._held
        return load(shelf.plan(run))

    def _latest(self, whose: Whose, host: str | None) -> tuple[Shelf, Run | None]:
        if isinstance(whose, Draft):
            shelf = self._connect()
            return shelf, shelf.latest(whose, host)
        return self._held, self._held.latest(whose, host)

    def _work(self, journal: KeptJournal, plan: Plan, client: Client, removing: bool, owner: str) -> None:
        try:
            with journal.alive():
                state, told = _carried_out(journal, plan, client, removing=removing)
            journal.end(state, told.model_dump_json().encode())
        except DraftError as error:
            # Somebody else went on with it, or what came of it cannot be kept: it can be gone on with.
            _LOG.warning("an entry into an account stopped: %s", error.key)
        finally:
            del self._threads[owner]


def _carried_out(
    journal: KeptJournal, plan: Plan, client: Client, *, removing: bool
) -> tuple[State, Outcome | Trouble]:
    try:
        return State.FINISHED, outcome(apply(plan, client, journal, removing=removing), plan.project)
    except (AccountError, PlanError) as error:
        return State.STOPPED, trouble(error)
    except DraftError:
        raise
    except Exception:  # noqa: BLE001 - whatever it was, the page has to tell
        _LOG.exception("an entry into an account failed")
        return State.STOPPED, Trouble(key="entry.unexpected")


@cache
def runs() -> Runs:
    """The worker of this process, with the database the environment names."""
    return Runs(_kept_runs)


def _kept_runs() -> KeptRuns:
    # Importing a database takes a quarter of a second.
    from wizard.storage.drafts import kept  # noqa: PLC0415
    from wizard.storage.runs import Runs as Kept  # noqa: PLC0415

    return Kept(kept().database)
