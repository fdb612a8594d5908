"""Messages between the server and a process that makes files: a kind, a length, and so many bytes."""

from __future__ import annotations

from enum import Enum
from typing import IO

_LENGTH = 8


class Kind(Enum):
    """A job goes one way; back come the names of what is ready, and at last what was made or that it failed."""

    JOB = b"J"
    READY = b"R"
    MADE = b"M"
    FAILED = b"F"


def send(stream: IO[bytes], kind: Kind, data: bytes) -> None:
    stream.write(kind.value + len(data).to_bytes(_LENGTH) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Kind, bytes] | None:
    """The next message; nothing when the other side is gone."""
    head = stream.read(1 + _LENGTH)
    if len(head) < 1 + _LENGTH:
        return None
    length = int.from_bytes(head[1:])
    data = stream.read(length)
    return (Kind(head[:1]), data) if len(data) == length else None
