"""What an entry into an account has done so far, written before and after each request.

A run that stopped is continued from it: by whoever has it, in another process too.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from pydantic import ValidationError

from wizard.amocrm.existing import Existing
from wizard.model.base import Model


class Event(StrEnum):
    BEGUN = "begun"
    SENDING = "sending"
    MOVING = "moving"
    DONE = "done"
    REFUSED = "refused"
    LOST = "lost"
    STOPPED = "stopped"
    FINISHED = "finished"


class Stood(Model):
    """Where a deal stood before it was moved."""

    deal: int
    pipeline: int
    stage: int


class Entry(Model):
    """One line: of which plan, what happened, to which places of the project, and what more there is to say.

    The first one holds the account as it was before; `left` is how many changes were still to be made;
    `deals` are those about to be moved.
    """

    plan: str
    event: Event
    about: tuple[str, ...] = ()
    method: str = ""
    path: str = ""
    said: str = ""
    left: int | None = None
    deals: tuple[Stood, ...] = ()
    before: Existing | None = None


class Journal(Protocol):
    """Entries come back in the order in which they were written."""

    def write(self, entry: Entry) -> None: ...

    def entries(self) -> tuple[Entry, ...]: ...


class Memory:
    """A journal as long as the process."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def write(self, entry: Entry) -> None:
        self._entries.append(entry)

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)


class JournalFile:
    """A line of JSON for each entry, on the disk before the request is sent."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, entry: Entry) -> None:
        with self._path.open("ab") as file:
            # A line cut off by a crash ends here, and is passed over when read.
            start = b"\n" if self._is_torn() else b""
            file.write(start + entry.model_dump_json(exclude_defaults=True).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def entries(self) -> tuple[Entry, ...]:
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return ()
        return tuple(entry for line in lines if (entry := _entry(line)))

    def _is_torn(self) -> bool:
        with self._path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if not size:
                return False
            file.seek(size - 1)
            return file.read(1) != b"\n"


def _entry(line: bytes) -> Entry | None:
    try:
        return Entry.model_validate_json(line)
    except ValidationError:
        return None


def begun(journal: Journal, plan: str) -> Existing | None:
    """The account before this plan's first request, if its run has begun and not finished."""
    found: Existing | None = None
    for entry in journal.entries():
        if entry.plan == plan:
            found = entry.before or found
            found = None if entry.event is Event.FINISHED else found
    return found


class Snapshot(Model):
    """The account as it was before a plan, and where each deal stood that was moved."""

    before: Existing
    deals: tuple[Stood, ...] = ()


def snapshot(entries: Iterable[Entry], plan: str) -> Snapshot | None:
    """Of the last run of this plan; none before it has begun."""
    found: Snapshot | None = None
    for entry in entries:
        if entry.plan == plan and entry.before:
            found = Snapshot(before=entry.before)
        elif entry.plan == plan and found and entry.deals:
            found = found.changed(deals=found.deals + entry.deals)
    return found


def entry(plan: str, event: Event, **more: Any) -> Entry:
    return Entry(plan=plan, event=event, **more)
