"""One turn of load on one place, with everything that is to be told about it."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.apps import PLAIN
from benchmarks.load import drafts, places, processes, scenario, visitors
from benchmarks.load.places import Place
from benchmarks.load.scenario import Load, Outcome

# `server`, `load` (this program) and `other` are shares of one core; `x p95` and the work of an edit are to be compared
# with those of the place beside.
COLUMNS = (
    "edits/s",
    "answered",
    "p50 ms",
    "p95 ms",
    "max ms",
    "x p95",
    "ms/edit",
    "errors",
    "lost",
    "server",
    "load",
    "other",
)
RUN_IN = 6.0  # seconds of the same load before anything is measured: what is slow only once is not what is asked


@dataclass(frozen=True)
class Turn:
    """What came of a turn; `lost` are confirmed edits the database does not have."""

    outcome: Outcome
    lost: tuple[str, ...]
    servers: float
    elsewhere: float


@dataclass(frozen=True)
class Figures:
    """The turns of one place together."""

    turns: tuple[Turn, ...]

    @property
    def times(self) -> list[float]:
        return [seconds for turn in self.turns for seconds in turn.outcome.times]

    @property
    def errors(self) -> list[str]:
        return [error for turn in self.turns for error in turn.outcome.errors]

    @property
    def lost(self) -> list[str]:
        return [edit for turn in self.turns for edit in turn.lost]

    def percentile(self, percent: int) -> float:
        return statistics.quantiles(self.times, n=100, method="inclusive")[percent - 1]

    @property
    def rate(self) -> float:
        """Edits answered in a second."""
        return len(self.times) / sum(turn.outcome.seconds for turn in self.turns)

    @property
    def kept_up(self) -> float:
        """The share of the planned edits that were answered."""
        return len(self.times) / sum(turn.outcome.planned for turn in self.turns)

    @property
    def work(self) -> float:
        """Processor seconds of the servers for an edit."""
        return sum(turn.servers * turn.outcome.seconds for turn in self.turns) / len(self.times)

    def row(self, *, beside: Figures) -> tuple[str, ...]:
        """What stands in `COLUMNS`."""
        slow = self.percentile(95)
        return (
            f"{self.rate:.1f}",
            f"{self.kept_up:.0%}",
            f"{self.percentile(50) * 1000:.0f}",
            f"{slow * 1000:.0f}",
            f"{max(self.times) * 1000:.0f}",
            f"{slow / beside.percentile(95):.1f}",
            f"{self.work * 1000:.1f}",
            f"{len(self.errors)}",
            f"{len(self.lost)}",
            f"{self.mean(lambda turn: turn.servers):.0%}",
            f"{self.mean(lambda turn: turn.outcome.generator):.0%}",
            f"{self.mean(lambda turn: turn.elsewhere):.0%}",
        )

    def mean(self, what: Callable[[Turn], float]) -> float:
        return statistics.mean(what(turn) for turn in self.turns)


def plain(load: Load) -> Turn:
    """The yardstick."""
    with places.single(PLAIN) as place:
        return _turn(place, visitors.PLAIN, load)


def wizard(place: Place, database: str, *, tokens: Sequence[str], load: Load) -> Turn:
    """The wizard, a project for each client; afterwards every edit is looked for."""
    turn = _turn(place, visitors.draft(tokens), load)
    missing = drafts.lost(database, tokens, turn.outcome.acknowledged)
    return Turn(turn.outcome, tuple(missing), turn.servers, turn.elsewhere)


def _turn(place: Place, visitor: visitors.Visitor, load: Load) -> Turn:
    async def run() -> Turn:
        tabs = await scenario.arrive([place.url] * load.clients, visitor)
        await processes.quiet(place.servers)
        try:
            first = await scenario.drive(tabs, visitor, replace(load, seconds=RUN_IN, words="Call made"))
            with processes.measured(place.servers) as shares:
                outcome = await scenario.drive(tabs, visitor, load)
        finally:
            await asyncio.gather(*(tab.close() for tab in tabs))
        return Turn(scenario.after(first, outcome), (), shares.servers, shares.elsewhere)

    return asyncio.run(run())
