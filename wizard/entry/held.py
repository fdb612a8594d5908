"""Runs of projects that are kept nowhere: they last as long as the process."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from wizard.storage.refused import AlreadyRunningError, TakenOverError
from wizard.storage.run import Run, State, Wanted

MOST = 200


@dataclass
class _Held:
    session: str
    wanted: Wanted
    owner: str
    begun_at: dt.datetime
    state: State = State.RUNNING
    outcome: bytes | None = None
    before: bytes | None = None
    lines: list[Any] = field(default_factory=list)


class HeldRuns:
    """The same as `storage.runs.Runs`, for sessions instead of drafts; here nobody falls silent."""

    def __init__(self) -> None:
        self._runs: OrderedDict[int, _Held] = OrderedDict()
        self._last = 0
        self._lock = Lock()

    def claim(self, session: str, wanted: Wanted, owner: str) -> int:
        with self._lock:
            known = next(((n, held) for n, held in reversed(self._runs.items()) if held.session == session), None)
            if known and known[1].state is State.RUNNING:
                raise AlreadyRunningError
            if known and known[1].wanted.checksum == wanted.checksum and known[1].state is State.STOPPED:
                number, held = known
                held.wanted, held.owner, held.state, held.outcome = wanted, owner, State.RUNNING, None
                return number
            self._last += 1
            self._runs[self._last] = _Held(session, wanted, owner, _now())
            self._forget_old()
            return self._last

    def latest(self, session: str, host: str | None = None) -> Run | None:
        with self._lock:
            for number, held in reversed(self._runs.items()):
                if held.session == session and host in (None, held.wanted.host):
                    wanted = held.wanted
                    about = (wanted.checksum, wanted.host, wanted.account, wanted.removing)
                    return Run(number, *about, held.begun_at, held.state, held.outcome)
        return None

    def plan(self, run: int) -> bytes:
        return self._runs[run].wanted.plan

    def before(self, run: int) -> bytes | None:
        return self._runs[run].before

    def lines(self, run: int) -> tuple[Any, ...]:
        return tuple(self._runs[run].lines)

    def write(self, run: int, owner: str, line: Any, *, before: bytes | None = None) -> None:
        held = self._own(run, owner)
        held.lines.append(line)
        held.before = before or held.before

    def beat(self, run: int, owner: str) -> None:
        self._own(run, owner)

    def end(self, run: int, owner: str, *, state: State, outcome: bytes) -> None:
        held = self._own(run, owner)
        held.state, held.outcome = state, outcome

    def _own(self, run: int, owner: str) -> _Held:
        held = self._runs.get(run)
        if held is None or held.owner != owner or held.state is not State.RUNNING:
            raise TakenOverError
        return held

    def _forget_old(self) -> None:
        old = [number for number, held in self._runs.items() if held.state is not State.RUNNING]
        for number in old[: max(0, len(self._runs) - MOST)]:
            del self._runs[number]


def _now() -> dt.datetime:
    """UTC without saying so, as the database has it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
