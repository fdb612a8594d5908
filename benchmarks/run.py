"""Prints how fast the wizard is, beside an empty app and a plain page: `python -m benchmarks.run [--quick]`.

The apps take turns, so that a machine that slows down slows all of them; figures are medians (and the 95th
percentile of clicks). Compare the ratios: times differ between machines.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
from collections.abc import Iterable
from typing import Any

from benchmarks import measures, saving
from benchmarks.apps import APPS, EMPTY, PLAIN, WIZARD, App
from tests import postgresql


class Table:
    """Lines of figures in milliseconds, one column an app."""

    def __init__(self) -> None:
        print(f"{'ms':<46}" + "".join(f"{app.name:>12}" for app in APPS) + f"{'goal':>28}", flush=True)

    def line(self, what: str, figures: dict[App, float], *, goal: float | None = None, said: str = "") -> None:
        """One line; with a goal it says whether the wizard reaches it."""
        shown = "".join(f"{figures[app] * 1000:>12.1f}" if app in figures else f"{'':>12}" for app in APPS)
        verdict = "" if goal is None else f"{said}: {'met' if figures[WIZARD] <= goal else 'MISSED'}"
        print(f"{what:<46}{shown}{verdict:>28}", flush=True)


def main(*, quick: bool) -> None:
    rounds, clicks = (2, 10) if quick else (5, 40)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds of {clicks} clicks")
    table = Table()
    _test_frame(table, rounds, clicks)
    with measures.browser() as visitor:
        _server(table, visitor, clicks)
        _starts(table, visitor, rounds)
    _project(table, rounds * 10)
    _saves(table, rounds * 40)


def _server(table: Table, visitor: Any, clicks: int) -> None:
    taken: dict[App, list[float]] = {app: [] for app in APPS}
    work: dict[App, list[float]] = {app: [] for app in APPS}
    for _ in range(2):
        for app in APPS:
            times, mean = measures.clicks_on_server(app, visitor, clicks)
            taken[app] += times
            work[app].append(mean)
    means = {app: statistics.mean(values) for app, values in work.items()}
    table.line("a click, server's processor time, mean", means, goal=means[PLAIN], said="<= plain page")
    _clicks(table, "a click, sent to answered", taken, goal=False)


def _starts(table: Table, visitor: Any, rounds: int) -> None:
    starts: dict[App, list[tuple[float, float]]] = {app: [] for app in APPS}
    for _ in range(rounds):
        for app in APPS:
            starts[app].append(measures.start_and_first_page(app, visitor))
    for place, what in enumerate(("process start to healthy", "navigation to the first useful page")):
        medians = {app: statistics.median(pair[place] for pair in pairs) for app, pairs in starts.items()}
        table.line(what, medians, goal=1.3 * medians[EMPTY], said="<= 1.3 x empty")


def _test_frame(table: Table, rounds: int, clicks: int) -> None:
    pages = {app: app.app_test() for app in APPS}
    taken: dict[App, list[float]] = {app: [] for app in APPS}
    for app in APPS:
        measures.clicks_in_test_frame(app, pages[app], measures.WARM_UP)
    for _ in range(rounds):
        for app in APPS:
            taken[app] += measures.clicks_in_test_frame(app, pages[app], clicks)
    _clicks(table, "a click, script alone", taken)


def _clicks(table: Table, what: str, taken: dict[App, list[float]], *, goal: bool = True) -> None:
    """Two lines; the time until an answer has no goal, for a browser at work on the same cores is in it."""
    for name, percent in (("p50", 50), ("p95", 95)):
        figures = {app: _percentile(times, percent) for app, times in taken.items()}
        table.line(f"{what}, {name}", figures, goal=figures[PLAIN] if goal else None, said="<= plain page")


def _project(table: Table, times: int) -> None:
    measures.check()
    table.line(
        "lint, seven funnels", {WIZARD: _median(measures.check() for _ in range(times))}, goal=0.02, said="<= 20"
    )
    rounds = [measures.exports() for _ in range(times)]
    for exporter in rounds[0]:
        figure = _median(taken[exporter] for taken in rounds[1:])
        table.line(f"export {exporter}, all funnels", {WIZARD: figure}, goal=0.3, said="<= 300")


def _saves(table: Table, times: int) -> None:
    """On a file and, where its programs are found, on PostgreSQL."""
    for database in ("sqlite", *(("postgresql",) if postgresql.find() else ())):
        taken = saving.saves(database, times)
        for percent, goal in ((50, None), (95, 0.02 if database == "sqlite" else None)):
            what = f"save of 200 KB on {database}, p{percent}"
            table.line(what, {WIZARD: _percentile(taken, percent)}, goal=goal, said="<= 20")


def _median(times: Iterable[float]) -> float:
    return statistics.median(times)


def _percentile(times: list[float], percent: int) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main(quick="--quick" in sys.argv[1:])
