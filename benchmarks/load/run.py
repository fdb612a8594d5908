"""How many people the wizard carries, beside a plain page that is loaded alike in the same run.

Places take turns, so that a machine that slows down slows all of them. Compare the ratios: times differ between
machines, and all that runs beside takes from them; how much that was is the last column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial

from benchmarks.apps import WIZARD
from benchmarks.load import drafts, memory, places, runs
from benchmarks.load.report import Report
from benchmarks.load.runs import COLUMNS, Figures, Turn
from benchmarks.load.scenario import Load

TURNS = 2
SLOWEST = 0.5  # seconds, the goal for 95 of 100 edits
GAIN = 1.5  # what two replicas carry beside one
EACH = 1.0  # megabytes, the goal for an open project
GROWTH = 0.2  # megabytes a minute that are still no growth: allocators breathe
MODERATE = Load(clients=20, seconds=60.0, every=4.0)


@dataclass(frozen=True)
class Asked:
    """How much is measured; none of a crowd or of sessions leaves these out.

    `crowd` are people on two replicas, `sessions` open projects whose memory is measured, `soak` minutes of people
    while memory is watched.
    """

    load: Load
    databases: Sequence[str]
    crowd: int
    sessions: int
    soak: int


USUAL = Asked(Load(clients=50, seconds=30.0), tuple(places.DATABASES), crowd=160, sessions=200, soak=20)
QUICK = Asked(Load(clients=10, seconds=8.0), tuple(places.DATABASES), crowd=40, sessions=20, soak=3)


def load(asked: Asked) -> Report:
    """People on one process, on two, and what their projects take of memory."""
    report = Report()
    report.say(f"{TURNS} turns of {asked.load.seconds:.0f} s for each row.")
    with ExitStack() as stack:
        new = {kind: stack.enter_context(places.DATABASES[kind]()) for kind in asked.databases}
        _people(report, asked.load, new)
        if asked.crowd and "postgresql" in new:
            _replicas(report, replace(asked.load, clients=asked.crowd), new["postgresql"])
        if asked.sessions:
            _sessions(report, next(iter(new.values()))("sessions"), asked.sessions)
    return report


def soak(asked: Asked) -> Report:
    """Minutes of people while memory is watched."""
    report = Report()
    report.say(f"{MODERATE.clients} people for {asked.soak} minutes, all pages loaded anew each minute.")
    with places.DATABASES[asked.databases[0]]() as new:
        found = memory.soak(new("soak"), asked.soak, MODERATE)
    verdict = f"{found.slope:+.2f} MB a minute once settled, {found.edits} edits, goal {GROWTH}"
    report.verdict(verdict, met=found.slope <= GROWTH)
    report.verdict(f"no edit fails: {len(found.errors)}", met=not found.errors)
    return report


def _people(report: Report, load: Load, new: dict[str, Callable[[str], str]]) -> None:
    """As many people on one process as the goal names, on each database, beside the plain page."""
    ways: dict[str, Callable[[str], Turn]] = {"plain page": lambda _name: runs.plain(load)}
    ways |= {f"wizard, {kind}": partial(_one_process, load, make) for kind, make in new.items()}
    found = _in_turns(ways, "one")
    _table(report, f"{load.clients} people on one process", found)
    for name, figures in list(found.items())[1:]:
        said = f"{name}: 95 of 100 edits within {SLOWEST * 1000:.0f} ms"
        report.verdict(said, met=figures.percentile(95) <= SLOWEST)
        _kept(report, name, figures)


def _table(report: Report, title: str, found: Mapping[str, Figures]) -> None:
    """What is said of a place beside another is said beside the first one."""
    report.table(title, ("place", *COLUMNS))
    first = next(iter(found.values()))
    for name, figures in found.items():
        report.row((name, *figures.row(beside=first)))


def _kept(report: Report, name: str, figures: Figures) -> None:
    report.verdict(f"{name}: no edit fails, all are found in the database", met=not figures.errors and not figures.lost)
    for error in (*figures.errors, *figures.lost)[:3]:
        report.say(f"  - {error}")


def _one_process(load: Load, make: Callable[[str], str], name: str) -> Turn:
    database = make(name)
    tokens = drafts.prepare(database, load.clients)
    with places.single(WIZARD, database) as place:
        return runs.wizard(place, database, tokens=tokens, load=load)


def _replicas(report: Report, load: Load, make: Callable[[str], str]) -> None:
    """More people than either can carry: what counts is how many edits are answered."""
    ways = {f"{count} behind nginx": partial(_behind_proxy, load, make, count) for count in (1, 2)}
    found = _in_turns(ways, "crowd")
    _table(report, f"{load.clients} people, too many for one process, on PostgreSQL", found)
    one, two = found.values()
    gain = two.rate / one.rate
    report.verdict(f"two replicas answer {gain:.2f} times as many edits, goal {GAIN}", met=gain >= GAIN)
    _kept(report, "two replicas", two)


def _behind_proxy(load: Load, make: Callable[[str], str], count: int, name: str) -> Turn:
    database = make(name)
    tokens = drafts.prepare(database, load.clients)
    with places.replicas(count, database) as place:
        return runs.wizard(place, database, tokens=tokens, load=load)


def _in_turns(ways: Mapping[str, Callable[[str], Turn]], what: str) -> dict[str, Figures]:
    """Every way has its turns between those of the others, and a database of its own each time."""
    turns: dict[str, list[Turn]] = {name: [] for name in ways}
    for round_ in range(TURNS):
        for place, (name, way) in enumerate(ways.items()):
            turns[name].append(way(f"{what}_{place}_{round_}"))
    return {name: Figures(tuple(of_it)) for name, of_it in turns.items()}


def _sessions(report: Report, database: str, count: int) -> None:
    found = memory.opened(database, [count // 4, count // 2, count])
    report.say("")
    report.say("Open projects: " + ", ".join(f"{n} {size:.0f} MB" for n, size in found.resident.items()) + ".")
    report.say("")
    verdict = f"{found.each:.2f} MB for an open project with {memory.EDITS} edits, goal {EACH}"
    report.verdict(verdict, met=found.each <= EACH)
