"""People without browsers on one process, each renaming a stage every two seconds; the plain page is loaded alike."""

from __future__ import annotations

from benchmarks.apps import PLAIN, WIZARD, App
from benchmarks.load import drafts, places, runs
from benchmarks.load.run import SLOWEST, TURNS
from benchmarks.load.runs import Figures, Turn
from benchmarks.load.scenario import Load
from benchmarks.table import Goal, Table


def people(table: Table, clients: int, seconds: float) -> None:
    load = Load(clients=clients, seconds=seconds)
    turns: dict[App, list[Turn]] = {PLAIN: [], WIZARD: []}
    for _ in range(TURNS):
        turns[PLAIN].append(runs.plain(load))
        turns[WIZARD].append(_wizard(load))
    figures = {app: Figures(tuple(of_it)) for app, of_it in turns.items()}
    slow = {app: found.percentile(95) * 1000 for app, found in figures.items()}
    table.row(f"{clients} people on one process, an edit every 2 s, p95", slow, Goal(SLOWEST * 1000))
    failed = len(figures[WIZARD].errors) + len(figures[WIZARD].lost)
    table.row("edits of theirs that failed or were lost, number", {WIZARD: failed}, Goal(0))


def _wizard(load: Load) -> Turn:
    with places.sqlite() as new:
        database = new("people")
        tokens = drafts.prepare(database, load.clients)
        with places.single(WIZARD, database) as place:
            return runs.wizard(place, database, tokens=tokens, load=load)
