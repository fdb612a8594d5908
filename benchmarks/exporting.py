"""What people who take everything away do to one who goes on working: `python -m benchmarks.exporting [--quick]`.

Ten people ask for the whole pack of seven funnels at once, each of a project of their own, while somebody else renames
a stage again and again. Nobody here is a browser, so that it costs little to be them.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.apps import WIZARD
from benchmarks.load import drafts, places, processes, scenario, visitors
from benchmarks.load.client import Tab
from benchmarks.load.scenario import Load
from benchmarks.project import project
from benchmarks.serving import Served
from wizard.model.history import History

PEOPLE = 10
SLOWEST = 0.5  # seconds, the goal for 95 of 100 clicks
LEFT_BEHIND = 30.0  # megabytes, the goal once the press is quiet
QUIET = 75.0  # seconds; the press ends its process after sixty
EVERY = 1.0  # seconds: between two clicks, and between two looks at how far a file is
LONGEST = 300.0


@dataclass(frozen=True)
class Found:
    """Seconds of clicks alone and beside the exporters; megabytes before, at once after, and once it is quiet."""

    alone: tuple[float, ...]
    beside: tuple[float, ...]
    taken: float
    megabytes: tuple[float, float, float]


def main(*, quick: bool) -> None:
    print(f"{PEOPLE} people, {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} before", flush=True)
    with places.sqlite() as new:
        database = new("exporting")
        tokens = tuple(_tokens(database))
        with places.single(WIZARD, database) as place:
            found = asyncio.run(_measured(place.servers[0], tokens, quick=quick))
    for name, times in (("alone", found.alone), ("beside the exporters", found.beside)):
        middle, slow, most = _percentile(times, 50), _percentile(times, 95), 1000 * max(times)
        print(f"a click {name}: p50 {middle:.0f}, p95 {slow:.0f}, most {most:.0f} ms of {len(times)}")
    print(f"all packs were there after {found.taken:.1f} s")
    before, after, later = found.megabytes
    print(f"memory with the press: {before:.0f} MB before, {after:.0f} after, {later:.0f} once it is quiet")
    met = _percentile(found.beside, 95) <= SLOWEST * 1000 and later - before <= LEFT_BEHIND
    print(f"load {os.getloadavg()[0]:.2f} after; goals {'met' if met else 'MISSED'}")


def _tokens(database: str) -> Iterator[str]:
    """Links to projects that differ: what is the same is made once."""
    with drafts.drafts(database) as kept:
        for number in range(PEOPLE + 1):
            company = project().company.changed(name=f"Oak & Co {number}")
            yield kept.create(History(project().changed(company=company))).token


async def _measured(server: Served, tokens: tuple[str, ...], *, quick: bool) -> Found:
    visitor = visitors.draft(tokens[:1])
    (clicker,) = await scenario.arrive([server.url], visitor)
    exporters = [await _ready(server.url, token) for token in tokens[1:]]
    await processes.quiet((server,))
    seconds = 8.0 if quick else 30.0
    await scenario.drive([clicker], visitor, Load(1, 5.0, EVERY))
    alone = await scenario.drive([clicker], visitor, Load(1, seconds, EVERY))
    before = processes.resident_with_children(server)
    taking = asyncio.create_task(_all_take(exporters))
    beside: list[float] = []
    turn = 0
    while not taking.done():
        outcome = await scenario.drive([clicker], visitor, Load(1, 5.0, EVERY, seed=turn, words=f"Turn {turn}"))
        beside += outcome.times
        turn += 1
    after = processes.resident_with_children(server)
    await asyncio.sleep(QUIET)
    found = Found(
        alone.times, tuple(beside), taking.result(), (before, after, processes.resident_with_children(server))
    )
    await asyncio.gather(*(tab.close() for tab in (clicker, *exporters)))
    return found


async def _ready(url: str, token: str) -> Tab:
    """On the page of files, what is made on request unfolded."""
    tab = await Tab.open(url)
    visitors.checked(await tab.turn("export", query=f"p={token}"))
    visitors.checked(await tab.unfold("export.more"))
    return tab


async def _all_take(tabs: list[Tab]) -> float:
    """Seconds until everybody has the pack."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    async with asyncio.timeout(LONGEST):
        await asyncio.gather(*(_take(tab) for tab in tabs))
    return loop.time() - began


async def _take(tab: Tab) -> None:
    await tab.take("export.pack-full")
    while not tab.files:
        await asyncio.sleep(EVERY)
        await tab.watch()
    if not tab.files[0]:
        raise RuntimeError("the file could not be made")


def _percentile(times: tuple[float, ...], percent: int) -> float:
    return 1000 * statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main(quick="--quick" in sys.argv[1:])
