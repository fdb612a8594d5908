"""What it takes to keep projects open: memory for each, and whether it grows with time. Only Linux tells."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.apps import WIZARD
from benchmarks.load import places, processes, scenario, visitors
from benchmarks.load.client import Tab
from benchmarks.load.drafts import prepare
from benchmarks.load.scenario import Load
from benchmarks.serving import Served

EDITS = 30
_WARM_UP = 10
_OTHERS = ("shape", "review", "stages")  # the first two draw pictures, which take much to import
_QUIET = 4.0  # seconds
_SETTLING = 0.4  # of a soak; by then the sessions that Streamlit keeps after they ended are as many as it keeps


@dataclass(frozen=True)
class Opened:
    """Megabytes of the server by the number of open projects."""

    resident: dict[int, float]

    @property
    def each(self) -> float:
        """Megabytes for one open project with its history."""
        counts = sorted(self.resident)
        return (self.resident[counts[-1]] - self.resident[counts[0]]) / (counts[-1] - counts[0])


@dataclass(frozen=True)
class Soak:
    """Megabytes of the server minute by minute, and what was done to it meanwhile."""

    resident: tuple[float, ...]
    edits: int
    errors: tuple[str, ...]

    @property
    def slope(self) -> float:
        """Megabytes a minute, once it has settled."""
        settled = self.resident[int(len(self.resident) * _SETTLING) :]
        return statistics.linear_regression(range(len(settled)), settled).slope


def opened(database: str, counts: Sequence[int]) -> Opened:
    """Open projects with a history, one session for each, and edit each once; the first ones only warm the server."""
    tokens = prepare(database, _WARM_UP + max(counts), edits=EDITS)
    with places.single(WIZARD, database) as place:
        return asyncio.run(_opened(place.url, place.servers[0], tokens=tokens, counts=counts))


async def _opened(url: str, server: Served, *, tokens: Sequence[str], counts: Sequence[int]) -> Opened:
    tabs = await _come(url, tokens[:_WARM_UP])
    await _settle(server)
    for tab in tabs:
        for page in _OTHERS:
            visitors.checked(await tab.turn(page))
    found = {0: processes.resident(server)}
    for count in counts:
        tabs += await _come(url, tokens[len(tabs) : _WARM_UP + count])
        found[count] = processes.resident(server)
    await asyncio.gather(*(tab.close() for tab in tabs))
    return Opened(found)


async def _settle(server: Served) -> None:
    """The server goes on importing after its start."""
    before = 0.0
    while abs(processes.resident(server) - before) > 1:
        before = processes.resident(server)
        await asyncio.sleep(_QUIET)


async def _come(url: str, tokens: Sequence[str]) -> list[Tab]:
    visitor = visitors.draft(tokens)
    tabs = await scenario.arrive([url] * len(tokens), visitor)
    for tab in tabs:
        visitors.checked(await tab.type(visitor.line(tab), "Brief received"))
    return tabs


def soak(database: str, minutes: int, load: Load) -> Soak:
    """Load for many minutes; each minute all pages are loaded anew, so that sessions end too."""
    tokens = prepare(database, load.clients, edits=EDITS)
    with places.single(WIZARD, database) as place:
        return asyncio.run(_soak(place.url, place.servers[0], tokens=tokens, minutes=minutes, load=load))


async def _soak(url: str, server: Served, *, tokens: Sequence[str], minutes: int, load: Load) -> Soak:
    visitor = visitors.draft(tokens)
    found: list[float] = []
    errors: list[str] = []
    edits = 0
    for minute in range(minutes):
        tabs = await scenario.arrive([url] * len(tokens), visitor)
        outcome = await scenario.drive(tabs, visitor, load)
        await asyncio.gather(*(tab.close() for tab in tabs))
        edits, errors = edits + len(outcome.times), [*errors, *outcome.errors]
        found.append(processes.resident(server))
        print(f"minute {minute + 1:>3}: {found[-1]:.1f} MB", flush=True)
    return Soak(tuple(found), edits, tuple(errors))
