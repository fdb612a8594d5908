"""The way to the first useful screen: of a visitor whose browser has nothing yet, and of a process that begins."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.apps import APPS, EMPTY, App
from benchmarks.browsing import first_screen
from benchmarks.load.places import Place
from benchmarks.serving import serving
from benchmarks.table import Table, times

_AS_MUCH = 1.3


def arrivals(table: Table, visitor: Any, places: Mapping[App, Place], *, rounds: int) -> None:
    """New visitors of servers that have run for a while."""
    found: dict[App, list[tuple[float, float]]] = {app: [] for app in APPS}
    for _ in range(rounds):
        for app in APPS:
            found[app].append(first_screen(visitor, app, places[app].url))
    _row(table, "navigation to the first useful screen", {app: [a * 1000 for a, _ in of] for app, of in found.items()})
    _row(table, "first load, MB moved", {app: [moved for _, moved in of] for app, of in found.items()})


def starts(table: Table, visitor: Any, *, rounds: int) -> None:
    """From the start of a process, and the very first visitor of it."""
    healthy: dict[App, list[float]] = {app: [] for app in APPS}
    first: dict[App, list[float]] = {app: [] for app in APPS}
    for _ in range(rounds):
        for app in APPS:
            with serving(app) as served:
                healthy[app].append(served.healthy_after * 1000)
                first[app].append(first_screen(visitor, app, served.url)[0] * 1000)
    _row(table, "start of a process to healthy", healthy)
    _row(table, "the same screen for its very first visitor", first)


def _row(table: Table, what: str, found: Mapping[App, Sequence[float]]) -> None:
    medians = {app: statistics.median(figures) for app, figures in found.items()}
    table.row(what, medians, times(_AS_MUCH, medians[EMPTY], "empty"))
