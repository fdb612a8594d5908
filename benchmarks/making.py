"""What is made of a project: its files, and its revisions in the database."""

from __future__ import annotations

import statistics
import time

from benchmarks import saving
from benchmarks.apps import WIZARD
from benchmarks.project import project
from benchmarks.table import Goal, Table
from exports import EXPORTERS
from exports.exporter import Exporter, Options
from tests import postgresql

_FILE = Goal(300.0)
_SAVE = Goal(20.0)
# Dozens of files in one: they have no goal, and are made once more only.
_PACKS = ("pack", "pack-full")


def files(table: Table, rounds: int) -> None:
    """A row for each exporter, all funnels included; the first time, which imports, does not count."""
    for exporter in EXPORTERS:
        is_pack = exporter.id in _PACKS
        taken = [_export(exporter) for _ in range(2 if is_pack else rounds + 1)][1:]
        goal = None if is_pack else _FILE
        table.row(f"export {exporter.id}, seven funnels", {WIZARD: statistics.median(taken) * 1000}, goal)


def saves(table: Table, number: int) -> None:
    """On a file and, where its programs are found, on PostgreSQL."""
    for database in ("sqlite", *(("postgresql",) if postgresql.find() else ())):
        goals = {95: _SAVE}
        table.percentiles(f"save of 200 KB on {database}", {WIZARD: saving.saves(database, number)}, goals)


def _export(exporter: Exporter) -> float:
    began = time.perf_counter()
    exporter.render(project(), Options(all_pipelines=True))
    return time.perf_counter() - began
