"""Many people at once, each typing into a page of their own again and again, and what came of it."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from benchmarks.load.client import Tab
from benchmarks.load.visitors import Visitor

_ARRIVING_TOGETHER = 5


@dataclass(frozen=True)
class Load:
    """How much is asked: every client commits an edit every so many seconds, give or take the jitter's share.

    What is typed begins with `words`, and no client types the same twice.
    """

    clients: int
    seconds: float
    every: float = 2.0
    jitter: float = 0.2
    seed: int = 17
    words: str = "Brief received"


@dataclass(frozen=True)
class Outcome:
    """What came of it; `acknowledged` is what each client, by its number, was told to be saved, in order.

    `generator` is the share of a core that the clients themselves took.
    """

    planned: int
    seconds: float
    times: tuple[float, ...]
    errors: tuple[str, ...]
    acknowledged: dict[int, list[str]]
    generator: float
    bytes: int


@dataclass
class _Tally:
    planned: int = 0
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    acknowledged: dict[int, list[str]] = field(default_factory=dict)
    bytes: int = 0


async def arrive(urls: Sequence[str], visitor: Visitor) -> list[Tab]:
    """All clients on their page, a few coming at a time; one for each of the addresses."""
    door = asyncio.Semaphore(_ARRIVING_TOGETHER)

    async def one(number: int, url: str) -> Tab:
        async with door:
            tab = await Tab.open(url)
            await visitor.arrive(tab, number)
            return tab

    return await asyncio.gather(*(one(number, url) for number, url in enumerate(urls)))


async def drive(tabs: Sequence[Tab], visitor: Visitor, load: Load) -> Outcome:
    """Type for the time asked; the generator's own share of a core is measured too."""
    tally = _Tally()
    began, work = time.perf_counter(), time.process_time()
    await asyncio.gather(*(_type(tab, visitor, load, number=number, tally=tally) for number, tab in enumerate(tabs)))
    seconds = time.perf_counter() - began
    generator = (time.process_time() - work) / seconds
    return Outcome(
        tally.planned, seconds, tuple(tally.times), tuple(tally.errors), tally.acknowledged, generator, tally.bytes
    )


def after(first: Outcome, measured: Outcome) -> Outcome:
    """What was measured; errors and edits of the run before it count too."""
    acknowledged = {
        number: [*first.acknowledged.get(number, ()), *measured.acknowledged.get(number, ())]
        for number in first.acknowledged.keys() | measured.acknowledged.keys()
    }
    return replace(measured, errors=(*first.errors, *measured.errors), acknowledged=acknowledged)


def moments(load: Load, number: int) -> list[float]:
    """When a client means to type, in seconds from the start: the same in every run with the same seed."""
    chance = random.Random(load.seed * 10_007 + number)  # noqa: S311 - repeatable, not secret
    due, found = chance.uniform(0, load.every), []
    while due < load.seconds:
        found.append(due)
        due += load.every * chance.uniform(1 - load.jitter, 1 + load.jitter)
    return found


async def _type(tab: Tab, visitor: Visitor, load: Load, *, number: int, tally: _Tally) -> None:
    """A person waits for the answer, so one who is kept waiting types less than planned."""
    began = time.perf_counter()
    due = moments(load, number)
    tally.planned += len(due)
    for edit, moment in enumerate(due):
        await asyncio.sleep(max(0.0, began + moment - time.perf_counter()))
        if time.perf_counter() - began > load.seconds:
            return
        text = f"{load.words} {number}-{edit}"
        try:
            answer = await tab.type(visitor.line(tab), text)
        except Exception as error:  # noqa: BLE001 - whatever ends a client is counted, the others go on
            tally.errors.append(f"{type(error).__name__}: {error}")
            return
        tally.times.append(answer.seconds)
        tally.bytes += answer.bytes
        if answer.complaints or not visitor.shows(tab, text):
            tally.errors.append(answer.complaints[0] if answer.complaints else f"{text} is not shown")
        else:
            tally.acknowledged.setdefault(number, []).append(text)
