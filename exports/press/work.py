"""A job on its way: waiting, being made, made, failed, or left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Event

from exports.press.job import Job


class State(StrEnum):
    WAITING = "waiting"
    MAKING = "making"
    MADE = "made"
    FAILED = "failed"
    LEFT = "left"


class BusyError(Exception):
    """Too much is wanted already."""


class LeftError(Exception):
    """There is no file: nobody wants it any more, or it could not be made."""


@dataclass
class Work:
    """`wanted_by` are those who would be sorry; `ready` counts the parts that are, `last` names the newest.

    `stop` ends its making, once that has begun.
    """

    job: Job
    wanted_by: set[str] = field(default_factory=set)
    state: State = State.WAITING
    ready: int = 0
    last: str = ""
    result: bytes = field(default=b"", repr=False)
    over: Event = field(default_factory=Event)
    stop: Callable[[], None] | None = None

    def end(self, state: State, result: bytes = b"") -> None:
        self.state, self.result = state, result
        self.over.set()

    @property
    def is_going(self) -> bool:
        return self.state in (State.WAITING, State.MAKING)
