"""Prints how many people the wizard carries, beside a plain page that is loaded alike in the same run.

Places take turns, so that a machine that slows down slows all of them. Compare the ratios: times differ between
machines, and all that runs beside takes from them; how much that was is the last column.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial

from benchmarks.apps import WIZARD
from benchmarks.load import drafts, memory, places, runs
from benchmarks.load.runs import Figures, Turn
from benchmarks.load.scenario import Load
from benchmarks.load.table import Table, verdict

TURNS = 2
SLOWEST = 0.5  # seconds, the goal for 95 of 100 edits
GAIN = 1.5  # what two replicas carry beside one
EACH = 1.0  # megabytes, the goal for an open project
GROWTH = 0.2  # megabytes a minute that are still no growth: allocators breathe
MODERATE = Load(clients=20, seconds=60.0, every=4.0)


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    load: Load
    databases: Sequence[str]
    crowd: int
    sessions: int
    soak: int


def main(asked: Asked) -> None:
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {TURNS} turns of {asked.load.seconds:.0f} s each"
    )
    with ExitStack() as stack:
        new = {kind: stack.enter_context(places.DATABASES[kind]()) for kind in asked.databases}
        _people(asked.load, new)
        if asked.crowd and "postgresql" in new:
            _replicas(replace(asked.load, clients=asked.crowd), new["postgresql"])
        for kind in list(new)[:1]:
            if asked.sessions:
                _sessions(new[kind]("sessions"), asked.sessions)
            if asked.soak:
                _soak(new[kind]("soak"), asked.soak)


def _people(load: Load, new: dict[str, Callable[[str], str]]) -> None:
    """As many people on one process as the goal names, on each database, beside the plain page."""
    ways: dict[str, Callable[[str], Turn]] = {"plain page": lambda _name: runs.plain(load)}
    ways |= {f"wizard, {kind}": partial(_one_process, load, make) for kind, make in new.items()}
    found = _in_turns(ways, "one")
    table = Table(f"{load.clients} people on one process")
    for name, figures in found.items():
        table.line(name, figures, beside=found["plain page"])
    for name, figures in list(found.items())[1:]:
        verdict(f"{name}: 95 of 100 edits within {SLOWEST * 1000:.0f} ms", met=figures.percentile(95) <= SLOWEST)
        verdict(f"{name}: no edit fails, all are found in the database", met=not figures.errors and not figures.lost)


def _one_process(load: Load, make: Callable[[str], str], name: str) -> Turn:
    database = make(name)
    tokens = drafts.prepare(database, load.clients)
    with places.single(WIZARD, database) as place:
        return runs.wizard(place, database, tokens=tokens, load=load)


def _replicas(load: Load, make: Callable[[str], str]) -> None:
    """More people than either can carry: what counts is how many edits are answered."""
    ways = {f"{count} behind nginx": partial(_behind_proxy, load, make, count) for count in (1, 2)}
    found = _in_turns(ways, "crowd")
    table = Table(f"{load.clients} people, too many for one process, on PostgreSQL")
    one, two = found.values()
    for name, figures in found.items():
        table.line(name, figures, beside=one)
    gain = two.rate / one.rate
    verdict(f"two replicas answer {gain:.2f} times as many edits, goal {GAIN}", met=gain >= GAIN)
    verdict("no edit fails, all are found in the database", met=not two.errors and not two.lost)


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


def _sessions(database: str, count: int) -> None:
    found = memory.opened(database, [count // 4, count // 2, count])
    print("\nopen projects: " + ", ".join(f"{n} {size:.0f} MB" for n, size in found.resident.items()))
    verdict(f"{found.each:.2f} MB for an open project with {memory.EDITS} edits, goal {EACH}", met=found.each <= EACH)


def _soak(database: str, minutes: int) -> None:
    print(f"\n{MODERATE.clients} people for {minutes} minutes, all pages loaded anew each minute")
    found = memory.soak(database, minutes, MODERATE)
    verdict(f"{found.slope:+.2f} MB a minute once settled, {found.edits} edits", met=found.slope <= GROWTH)
    verdict("no edit fails", met=not found.errors)
