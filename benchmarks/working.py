"""What a click costs the server: processor time with 50 funnels beside that with two, by a tab without a browser."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator

from benchmarks.apps import PAGES, WIZARD, path
from benchmarks.load import drafts, processes
from benchmarks.load.client import Tab
from benchmarks.load.places import Place
from benchmarks.load.visitors import checked
from benchmarks.project import funnels
from benchmarks.serving import Served
from benchmarks.table import Table, times

FEW, MANY = 2, 50
_WARM_UP = 6
_BATCHES = 5
_PAUSE = 0.02


def work(table: Table, place: Place, *, database: str, number: int) -> None:
    """A row for each page: Undo and Redo in turn; on the step of stages also a column is chosen, which is no edit."""
    tokens = {count: drafts.prepare(database, 1, edits=1, of=funnels(count))[0] for count in (FEW, MANY)}
    ways = [(page, "an edit") for page in PAGES]
    for page, what in (*ways, ("stages", "a choice")):
        taken = asyncio.run(_costs(place, page, tokens, is_edit=what == "an edit", number=number))
        said = f"{page}: processor time of {what} with {MANY} funnels"
        table.row(said, {WIZARD: taken[MANY] * 1000}, times(1.3, taken[FEW] * 1000, f"with {FEW}"))


async def _costs(place: Place, page: str, tokens: dict[int, str], *, is_edit: bool, number: int) -> dict[int, float]:
    """Seconds of the server for a click; the projects take turns, some clicks at a time."""
    (server,) = place.servers
    tabs = {count: await _opened(place.url, page, token) for count, token in tokens.items()}
    await processes.quiet(place.servers)
    keys = {count: _keys(tab, is_edit=is_edit) for count, tab in tabs.items()}
    taken = dict.fromkeys(tabs, 0.0)
    for batch in range(_BATCHES + 1):
        for count, tab in tabs.items():
            cost = await _batch(tab, keys[count], server, number if batch else _WARM_UP)
            taken[count] += cost if batch else 0
    await asyncio.gather(*(tab.close() for tab in tabs.values()))
    return {count: cost / (_BATCHES * number) for count, cost in taken.items()}


async def _opened(url: str, page: str, token: str) -> Tab:
    tab = await Tab.open(url)
    if page == "plan":
        checked(await tab.turn("connect", query=f"p={token}"))
        checked(await tab.press("connect.practise"))
        checked(await tab.press("nav.next"))
    else:
        checked(await tab.turn(path(page), query=f"p={token}"))
    return tab


def _keys(tab: Tab, *, is_edit: bool) -> Iterator[str]:
    columns = [key for key in tab.widgets if key.startswith("board.")][:2]
    return itertools.cycle(("undo", "redo") if is_edit else columns)


async def _batch(tab: Tab, keys: Iterator[str], server: Served, number: int) -> float:
    before = server.processor_time()
    for key in itertools.islice(keys, number):
        checked(await tab.press(key))
        await asyncio.sleep(_PAUSE)
    return server.processor_time() - before
