"""What processes use of the machine; only Linux tells."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.serving import Served

_IDLE = slice(3, 5)  # idle, and waiting for a disk
_LOOK = 4.0  # seconds; a server pauses for three between its start and the rest of it
_BUSY = 0.1  # seconds of processor time meanwhile
_COUNTED = 8  # the rest of the line is contained in these


@dataclass
class Shares:
    """Shares of one core, of whole cores in sum: our servers, all else on the machine but this program."""

    servers: float = 0.0
    elsewhere: float = 0.0


@contextmanager
def measured(servers: tuple[Served, ...]) -> Iterator[Shares]:
    """Watch the machine for a while; the shares are there afterwards."""
    shares = Shares()
    began, before = time.perf_counter(), _now(servers)
    yield shares
    seconds, after = time.perf_counter() - began, _now(servers)
    ours, own, busy = (late - early for early, late in zip(before, after, strict=True))
    shares.servers, shares.elsewhere = ours / seconds, max(0.0, busy - ours - own) / seconds


async def quiet(servers: tuple[Served, ...]) -> None:
    """Wait until the servers have nothing to do: after their start they go on importing."""
    before = -_BUSY
    while (now := sum(served.processor_time() for served in servers)) - before >= _BUSY:
        before = now
        await asyncio.sleep(_LOOK)


def _now(servers: tuple[Served, ...]) -> tuple[float, float, float]:
    """Processor seconds so far: of the servers, of this program, of the whole machine."""
    return sum(served.processor_time() for served in servers), time.process_time(), _machine()


def _machine() -> float:
    ticks = [int(part) for part in Path("/proc/stat").read_text("utf-8").split("\n", 1)[0].split()[1:]]
    return (sum(ticks[:_COUNTED]) - sum(ticks[_IDLE])) / os.sysconf("SC_CLK_TCK")


def resident(served: Served) -> float:
    """Megabytes of memory a server holds."""
    return _resident(str(served.pid))


def _resident(pid: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0) / 1024


def resident_with_children(served: Served) -> float:
    """Megabytes of a server and of the processes it began."""
    threads = Path(f"/proc/{served.pid}/task").glob("*/children")
    children = [pid for thread in threads for pid in thread.read_text("utf-8").split()]
    return sum(_resident(pid) for pid in (str(served.pid), *children))
