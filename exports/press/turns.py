"""The press of this process: makes jobs in turn, remembers what it made, and is gone when there is nothing to do."""

from __future__ import annotations

import os
from collections import OrderedDict, deque
from functools import cache
from threading import Condition, Thread

from exports.press.channel import Kind
from exports.press.job import Job
from exports.press.machine import Machine, MachineError
from exports.press.work import BusyError, LeftError, State, Work

IDLE = 60.0  # seconds
MOST_WAITING = 60
MOST_REMEMBERED = 16_000_000  # bytes
MOST_MEMORY = 700_000_000  # bytes a machine may hold before another one takes its place


class Press:
    """What is the same is made once, whoever asks. One machine leaves a core to the pages."""

    def __init__(
        self, *, machines: int = 1, idle: float = IDLE, waiting: int = MOST_WAITING, remembered: int = MOST_REMEMBERED
    ) -> None:
        self._machines, self._idle, self._most_waiting, self._remembered = machines, idle, waiting, remembered
        self._works: OrderedDict[str, Work] = OrderedDict()
        self._queue: deque[Work] = deque()
        self._changed = Condition()
        self._threads = 0
        self._free = 0

    def ask(self, job: Job, by: str) -> Work:
        """The work on a job from now on, or what came of it; `BusyError` when too much is wanted already."""
        with self._changed:
            work = self._works.get(job.name)
            if work is None or work.state in (State.FAILED, State.LEFT):
                if len(self._queue) >= self._most_waiting:
                    raise BusyError
                work = self._works[job.name] = Work(job)
                self._queue.append(work)
                if len(self._queue) > self._free and self._threads < self._machines:
                    self._threads += 1
                    Thread(target=self._serve, name="press", daemon=True).start()
                self._changed.notify()
            self._works.move_to_end(job.name)
            work.wanted_by.add(by)
            return work

    def known(self, job: Job) -> Work | None:
        """The work on a job that was asked for, as long as it is remembered."""
        return self._works.get(job.name)

    def leave(self, job: Job, by: str) -> None:
        """Who asked wants it no more; when nobody does, it is not made."""
        with self._changed:
            work = self._works.get(job.name)
            if work is None or not work.is_going:
                return
            work.wanted_by.discard(by)
            if work.wanted_by:
                return
            if work in self._queue:
                self._queue.remove(work)
            work.end(State.LEFT)
            if work.stop:
                work.stop()

    def result(self, job: Job, by: str) -> bytes:
        """What is made of the job, once it is; `LeftError` if it never will be."""
        work = self.ask(job, by)
        work.over.wait()
        if work.state is not State.MADE:
            raise LeftError
        return work.result

    def before(self, work: Work) -> int:
        """How many are made before this one, as far as they wait."""
        with self._changed:
            return self._queue.index(work) if work in self._queue else 0

    @property
    def is_idle(self) -> bool:
        """Whether no process is left."""
        return self._threads == 0

    def _serve(self) -> None:
        machine = Machine()
        while (work := self._next()) is not None:
            if not self._make(work, machine) or machine.memory > MOST_MEMORY:
                machine.close()
        machine.close()

    def _next(self) -> Work | None:
        """The next in turn; none when it was quiet for long, and then the thread is over."""
        with self._changed:
            self._free += 1
            came = self._changed.wait_for(lambda: bool(self._queue), timeout=self._idle)
            self._free -= 1
            if not came:
                self._threads -= 1
                return None
            work = self._queue.popleft()
            work.state = State.MAKING
            return work

    def _make(self, work: Work, machine: Machine) -> bool:
        """Whether the machine can go on."""
        with self._changed:
            if not work.is_going:  # left at the last moment
                return True
            work.stop = machine.stop
        try:
            for kind, data in machine.make(work.job):
                if kind is Kind.MADE:
                    self._end(work, State.MADE, data)
                else:
                    work.ready, work.last = work.ready + 1, data.decode()
        except MachineError:
            self._end(work, State.FAILED)
            return False
        return True

    def _end(self, work: Work, state: State, result: bytes = b"") -> None:
        with self._changed:
            work.stop = None
            if work.is_going:  # else it was left meanwhile
                work.end(state, result)
            self._forget()

    def _forget(self) -> None:
        """The oldest of what is over, as far as it is too much."""
        size = sum(len(work.result) for work in self._works.values())
        for name, work in tuple(self._works.items())[:-1]:
            if work.is_going or (work.state is State.MADE and size <= self._remembered):
                continue
            size -= len(work.result)
            del self._works[name]


@cache
def press() -> Press:
    """The one of this process."""
    return Press(machines=max(1, min(2, (os.cpu_count() or 1) - 1)))
