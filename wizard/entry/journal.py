"""The journal of a run where runs are kept, and the signs of life beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event as Flag
from threading import Thread
from typing import Any, Protocol

from wizard.amocrm.apply import Entry
from wizard.amocrm.existing import Existing
from wizard.storage.refused import DraftError, TakenOverError, UnavailableError
from wizard.storage.run import State

BEAT = 5.0  # seconds
# A database that restarts is waited for before anything is sent; seconds.
WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)


class Shelf(Protocol):
    """Where runs are kept: the database, or this process."""

    def plan(self, run: int) -> bytes: ...

    def before(self, run: int) -> bytes | None: ...

    def lines(self, run: int) -> tuple[Any, ...]: ...

    def write(self, run: int, owner: str, line: Any, *, before: bytes | None = None) -> None: ...

    def beat(self, run: int, owner: str) -> None: ...

    def end(self, run: int, owner: str, *, state: State, outcome: bytes) -> None: ...


def entries(shelf: Shelf, run: int) -> tuple[Entry, ...]:
    """The journal without the account as it was, which is kept apart."""
    return tuple(Entry.model_validate(line) for line in shelf.lines(run))


def whole(shelf: Shelf, run: int) -> tuple[Entry, ...]:
    """The journal with it."""
    told, raw = entries(shelf, run), shelf.before(run)
    if not told or raw is None:
        return told
    return (told[0].changed(before=Existing.model_validate_json(raw)), *told[1:])


class KeptJournal:
    """A `Journal` of amocrm.apply. Every method may raise a `DraftError`; then nothing may be sent any more."""

    def __init__(self, shelf: Shelf, run: int, owner: str, *, waits: tuple[float, ...] = WAITS) -> None:
        self._shelf, self._run, self._owner, self._waits = shelf, run, owner, waits

    def write(self, entry: Entry) -> None:
        line = entry.changed(before=None).model_dump(mode="json", exclude_defaults=True)
        before = entry.before.model_dump_json().encode() if entry.before else None
        self._patiently(lambda: self._shelf.write(self._run, self._owner, line, before=before))

    def entries(self) -> tuple[Entry, ...]:
        return whole(self._shelf, self._run)

    def end(self, state: State, outcome: bytes) -> None:
        self._patiently(lambda: self._shelf.end(self._run, self._owner, state=state, outcome=outcome))

    @contextmanager
    def alive(self) -> Iterator[None]:
        """Signs of life as long as the body runs, which may wait for amoCRM for long."""
        over = Flag()
        heart = Thread(target=self._beat, args=(over,), name="heart", daemon=True)
        heart.start()
        try:
            yield
        finally:
            over.set()
            heart.join()

    def _beat(self, over: Flag) -> None:
        while not over.wait(BEAT):
            try:
                self._shelf.beat(self._run, self._owner)
            except TakenOverError:
                return
            except DraftError:
                pass  # the next one may get through

    def _patiently(self, write: Callable[[], None]) -> None:
        pause = Flag()
        for wait in self._waits:
            try:
                write()
            except UnavailableError:
                pause.wait(wait)
            else:
                return
        write()
