"""A run of a plan as the database keeps it; apart from the database, which takes long to import."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What a run is doing; abandoned is one whose process fell silent."""

    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"
    ABANDONED = "abandoned"


@dataclass(frozen=True)
class Wanted:
    """A plan to be carried out: its file, and which account it is for."""

    checksum: str
    plan: bytes
    host: str
    account: str
    removing: bool = False


@dataclass(frozen=True)
class Run:
    """A run as it stands; `begun_at` is UTC."""

    id: int
    checksum: str
    host: str
    account: str
    removing: bool
    begun_at: dt.datetime
    state: State
    outcome: bytes | None
