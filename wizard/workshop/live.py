"""A workshop as this process last saw it, so that any number of phones cost one small question a second.

There is no thread: whoever looks first after a second asks for all the others. What this process has written itself is
seen at once by whoever looks next.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from wizard.storage.join_codes import is_code
from wizard.storage.links import hashed
from wizard.storage.refused import DraftError, UnavailableError, UnknownLinkError
from wizard.storage.workshop import LIMITS, Limits, LiveWorkshop, Reading, Stamp, now
from wizard.workshop.board import Board, board

if TYPE_CHECKING:
    from wizard.storage.database import Database
    from wizard.storage.participation import Participation
    from wizard.storage.workshops import Workshops

EVERY = 1.0  # seconds between two questions of this process about one workshop
TELL = 15.0  # seconds between two notes of who is there
HERE = dt.timedelta(seconds=45)  # whoever was seen since is there
IDLE = 900.0  # seconds after which a workshop nobody looks at is forgotten
MOST = 50  # workshops watched at a time
UNKNOWN = "workshop.refused.unknown"
_NOTHING = Board((), "", "")


@dataclass(frozen=True)
class Seen:
    """A workshop as it stands: all of it, for the host.

    `board` is what participants may know of the project; `here` how many devices are there; `stale` that the database
    does not answer, so that this is what was seen last. `stamp` changes whenever anything does.
    """

    workshop: LiveWorkshop
    board: Board
    here: int
    stale: bool
    stamp: Stamp


@dataclass
class Watch:
    """What is remembered of one workshop between two looks."""

    key: bytes
    lock: Lock = field(default_factory=Lock)
    reading: Reading | None = None
    board: Board = _NOTHING
    decisions: frozenset[str] = frozenset()
    here: int = 0
    trouble: UnavailableError | None = None
    wanted: int = 0  # the version this process has written
    asked_at: float = float("-inf")
    told_at: float = 0.0
    used_at: float = 0.0
    there: set[int] = field(default_factory=set)
    acts: dict[int, list[float]] = field(default_factory=dict)

    @property
    def behind(self) -> bool:
        """Whether it has to be read before anything can be shown."""
        return self.reading is None or (not self.trouble and self.reading.stamp.workshop < self.wanted)

    def seen(self) -> Seen:
        assert self.reading is not None  # noqa: S101 - nothing is shown before it was read
        return Seen(self.reading.workshop, self.board, self.here, self.trouble is not None, self.reading.stamp)


class Live:
    """One for each process."""

    def __init__(
        self,
        connect: Callable[[], Database],
        *,
        limits: Limits = LIMITS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connect, self.limits, self.clock = connect, limits, clock
        self._watches: OrderedDict[bytes, Watch] = OrderedDict()
        self._lock = Lock()

    @property
    def workshops(self) -> Workshops:
        from wizard.storage.workshops import Workshops as Kept  # noqa: PLC0415 - takes a quarter of a second

        return Kept(self._connect(), limits=self.limits)

    @property
    def participation(self) -> Participation:
        from wizard.storage.participation import Participation as Kept  # noqa: PLC0415

        return Kept(self._connect(), limits=self.limits)

    def look(self, token: str, *, own: bool = True) -> Watch:
        """The workshop of this code, at most a second old; `UnknownLinkError` when there is none.

        Without `own` what this process has just written may be missing. `UnavailableError` when it cannot be read and
        was never seen before.
        """
        if not is_code(token):
            raise UnknownLinkError(UNKNOWN)
        watch = self._watched(hashed(token))
        must = watch.reading is None or (own and watch.behind)
        # Others go on with what was seen last while one asks, unless they have just written themselves.
        if (must or self._is_due(watch)) and watch.lock.acquire(blocking=must):
            try:
                self._refresh(watch)
            finally:
                watch.lock.release()
        return watch

    def wrote(self, token: str, version: int) -> None:
        """Nobody is shown anything older than this from now on."""
        watch = self._watched(hashed(token))
        watch.wanted = max(watch.wanted, version)

    def _forget(self, key: bytes) -> None:
        with self._lock:
            self._watches.pop(key, None)

    def _watched(self, key: bytes) -> Watch:
        with self._lock:
            moment = self.clock()
            watch = self._watches.setdefault(key, Watch(key, told_at=moment))
            watch.used_at = moment
            self._watches.move_to_end(key)
            idle = [known for known, other in self._watches.items() if moment - other.used_at > IDLE]
            for known in idle or list(self._watches)[: len(self._watches) - MOST]:
                del self._watches[known]
            return watch

    def _is_due(self, watch: Watch) -> bool:
        return self.clock() - watch.asked_at >= EVERY

    def _refresh(self, watch: Watch) -> None:
        if not self._is_due(watch):  # somebody else has just asked
            if watch.trouble and watch.reading is None:
                raise watch.trouble
            if not watch.behind:
                return
        watch.asked_at = self.clock()
        try:
            self._read(watch)
        except UnknownLinkError:
            self._forget(watch.key)
            raise
        except UnavailableError as error:
            watch.trouble = error
            if watch.reading is None:
                raise
        else:
            watch.trouble = None

    def _read(self, watch: Watch) -> None:
        from wizard.storage import workshop_reading  # noqa: PLC0415

        database = self._connect()
        since = now() - HERE
        found = workshop_reading.pulse(database, watch.key, since=since)
        if found is None:
            raise UnknownLinkError(UNKNOWN)
        watch.here = found.here
        if watch.reading is None or watch.reading.stamp != found.stamp:
            read = workshop_reading.reading(database, watch.key, watch.reading)
            if read is None:
                raise UnknownLinkError(UNKNOWN)
            if watch.reading is None or watch.reading.project is not read.project:
                watch.board = board(read.project)
                watch.decisions = frozenset(decision.id for decision in read.project.workshop.decisions)
            watch.reading = read
        self._tell_who_is_there(watch)

    def _tell_who_is_there(self, watch: Watch) -> None:
        if not watch.there or self.clock() - watch.told_at < TELL:
            return
        there, watch.there, watch.told_at = watch.there, set(), self.clock()
        with contextlib.suppress(DraftError):  # the next note will say so
            self.participation.seen(there)


@cache
def live() -> Live:
    """That of this process, with the database the environment names."""
    return Live(_database)


def _database() -> Database:
    from wizard.storage.drafts import kept  # noqa: PLC0415

    return kept().database
