"""How fast the wizard is, beside an empty app and a plain page in the same run: `python -m benchmarks.run [--quick]`.

The apps take turns, so that a machine that slows down slows all of them: compare the ratios, times differ between
machines. The table is written into docs/speed.md; with `--quick` a little of everything is tried and nothing written.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass

from benchmarks import arriving, clicking, crowd, making, scripts, working
from benchmarks.apps import APPS, WIZARD
from benchmarks.browsing import browser
from benchmarks.load import places, processes
from benchmarks.load.report import Report
from benchmarks.table import Table
from tests.endurance import page


@dataclass(frozen=True)
class Asked:
    """How much is measured: rounds in which the apps take turns, clicks on each page, people, seconds of a turn."""

    rounds: int
    clicks: int
    people: int
    seconds: float


USUAL = Asked(rounds=5, clicks=24, people=60, seconds=30.0)
QUICK = Asked(rounds=2, clicks=6, people=10, seconds=6.0)


def main(asked: Asked) -> bool:
    report = Report()
    before = os.getloadavg()[0]
    table = Table(report)
    scripts.scripts(table, rounds=asked.rounds, number=asked.clicks)
    with ExitStack() as stack:
        database = stack.enter_context(places.sqlite())("speed")
        served = {app: stack.enter_context(places.single(app, database if app is WIZARD else "")) for app in APPS}
        asyncio.run(processes.quiet(tuple(server for place in served.values() for server in place.servers)))
        working.work(table, served[WIZARD], database=database, number=asked.clicks // 3)
        visitor = stack.enter_context(browser())
        clicking.clicks(table, visitor, served, database=database, number=asked.clicks)
        arriving.arrivals(table, visitor, served, rounds=asked.rounds)
    with browser() as visitor:
        arriving.starts(table, visitor, rounds=asked.rounds)
    crowd.people(table, asked.people, asked.seconds)
    making.files(table, asked.rounds)
    making.saves(table, asked.rounds * 40)
    report.say("")
    report.say(f"The machine's load was {before:.1f} before and {os.getloadavg()[0]:.1f} at the end, our own included.")
    if asked is USUAL:
        page.write("speed", report.markdown)
    return table.met


if __name__ == "__main__":
    sys.exit(0 if main(QUICK if "--quick" in sys.argv[1:] else USUAL) else 1)
