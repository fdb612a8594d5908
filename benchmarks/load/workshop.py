"""Thirty phones in a workshop: how soon the host sees a proposal, what his clicks cost, whether all is counted."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

from benchmarks.apps import WIZARD
from benchmarks.load import drafts, places, processes, room
from benchmarks.load.places import Place
from benchmarks.load.report import Report
from benchmarks.load.room import Room, Told
from wizard.workshop import Host, LiveWorkshop, begin
from wizard.workshop.live import Live

USUAL = Room(phones=30, seconds=60.0)
QUICK = Room(phones=6, seconds=10.0, every=2.0)
SOON = 2.0  # seconds from a phone to the host's screen, for 95 of 100
DEARER = 1.2  # the host's own clicks beside those in an empty room
_COLUMNS = ("room", "proposals", "votes", "p50 s", "p95 s", "click p50 ms", "click p95 ms", "look p50 ms", "servers")


def measured(asked: Room) -> Report:
    """An empty room and a full one, in turn, on each database; on PostgreSQL phones are spread over two replicas."""
    report = Report()
    report.say(f"{asked.phones} phones for {asked.seconds:.0f} s, each proposes or votes every {asked.every:.0f} s.")
    for kind, servers in (("sqlite", 1), ("postgresql", 2)):
        with places.DATABASES[kind]() as new:
            _database(report, kind, asked, new=new, servers=servers)
    return report


def _database(report: Report, kind: str, asked: Room, *, new: Callable[[str], str], servers: int) -> None:
    report.table(f"{kind}, servers: {servers}", _COLUMNS)
    turns = [("empty", replace(asked, phones=0)), ("full", asked)] * 2
    found: dict[str, list[Told]] = {"empty": [], "full": []}
    wrong: list[str] = []
    for number, (name, wanted) in enumerate(turns):
        told, missing = turn(new(f"room_{number}"), wanted, servers=servers, row=(report, name))
        found[name].append(told)
        wrong += missing
    late = [seconds for told in found["full"] for seconds in told.late]
    report.verdict(
        f"95 of 100 proposals with the host within {_p(late, 95):.2f} s, goal {SOON}", met=_p(late, 95) <= SOON
    )
    clicks = {name: _p([s for told in each for s in told.clicks], 50) for name, each in found.items()}
    dearer = clicks["full"] / clicks["empty"]
    report.verdict(
        f"the host's clicks cost {dearer:.2f} of those in an empty room, goal {DEARER}", met=dearer <= DEARER
    )
    report.verdict("all proposals and votes are counted exactly", met=not wrong)
    for each in wrong[:3]:
        report.say(f"  - {each}")


def turn(database: str, asked: Room, *, servers: int, row: tuple[Report, str] | None = None) -> tuple[Told, list[str]]:
    """One room on a new project, and what is not as the phones were told; only what is reported waits for quiet."""
    (edit,) = drafts.prepare(database, 1)
    with _hosted(database, edit) as host, _servers(database, servers) as place:

        async def run() -> Told:
            if row:
                await processes.quiet(place.servers)
            return await room.meet([s.url for s in place.servers], edit, host.token, room=asked)

        with processes.measured(place.servers) as shares:
            told = asyncio.run(run())
        if row:
            row[0].row((row[1], *_figures(told), f"{shares.servers:.0%}"))
        return told, list(_wrong(told, host.look().workshop))


@contextmanager
def _hosted(database: str, edit: str) -> Iterator[Host]:
    with drafts.drafts(database) as kept:
        yield begin(kept.opened(edit).draft, Live(lambda: kept.database))


@contextmanager
def _servers(database: str, count: int) -> Iterator[Place]:
    """Phones of one room that came by different replicas."""
    with ExitStack() as stack:
        each = [stack.enter_context(places.single(WIZARD, database)) for _ in range(count)]
        yield Place(each[0].url, tuple(place.servers[0] for place in each))


def _wrong(told: Told, kept: LiveWorkshop) -> Iterator[str]:
    texts = [each.text for each in kept.proposals]
    if sorted(texts) != sorted(told.proposed):
        yield f"{len(told.proposed)} proposals were confirmed, {len(texts)} are kept"
    for each in kept.proposals:
        given = sum(vote for (_device, number), vote in told.votes.items() if number == each.id)
        if given != each.votes:
            yield f"{each.text}: {given} votes were confirmed, {each.votes} are kept"
    if unseen := told.proposed - told.seen.keys():
        yield f"the host never saw {len(unseen)} proposals"
    yield from told.refused


def _figures(told: Told) -> tuple[str, ...]:
    late = [f"{_p(told.late, percent):.2f}" if told.late else "" for percent in (50, 95)]
    clicks = [f"{_p(told.clicks, percent) * 1000:.0f}" for percent in (50, 95)]
    look = f"{_p(told.beats, 50) * 1000:.1f}" if told.beats else ""
    return (str(len(told.proposed)), str(len(told.votes)), *late, *clicks, look)


def _p(values: list[float], percent: int) -> float:
    if len(values) < 2:
        return values[0] if values else 0.0
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
