"""The one table: a figure of each app, the goal, and by how much it is missed."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.apps import APPS, WIZARD, App
from benchmarks.load.report import Report

_COLUMNS = ("ms, unless said otherwise", *(app.name for app in APPS), "goal", "reached")


@dataclass(frozen=True)
class Goal:
    """The most the wizard's figure may be, and where that comes from."""

    most: float
    said: str = ""


def times(factor: float, base: float, of: str) -> Goal:
    """So many times what something else takes."""
    return Goal(factor * base, f"{factor:g} × {of}")


class Table:
    """Rows of figures; each is printed as it comes."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.met = True
        report.table("", _COLUMNS)

    def row(self, what: str, figures: Mapping[App, float], goal: Goal | None = None) -> None:
        """Figures as they are to be read, in milliseconds for example."""
        shown = (_number(figures[app]) if app in figures else "" for app in APPS)
        told, reached = ("", "") if goal is None else (_goal(goal), verdict(figures[WIZARD], goal.most))
        self.met = self.met and reached in {"", "met"}
        self.report.row((what, *shown, told, reached))

    def percentiles(self, what: str, taken: Mapping[App, Sequence[float]], goals: Mapping[int, Goal]) -> None:
        """A row for each percentile of seconds that has a goal."""
        for percent, goal in goals.items():
            figures = {app: percentile(seconds, percent) * 1000 for app, seconds in taken.items()}
            self.row(f"{what}, p{percent}", figures, goal)


def percentile(seconds: Sequence[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100, method="inclusive")[percent - 1]


def verdict(figure: float, most: float) -> str:
    """Whether a goal is reached; if not, by how much it is missed."""
    return "met" if figure <= most else f"missed by {figure / most - 1:.0%}"


def _goal(goal: Goal) -> str:
    return f"{_number(goal.most)} ({goal.said})" if goal.said else _number(goal.most)


def _number(figure: float) -> str:
    return f"{figure:.2f}" if figure < 1 else f"{figure:.1f}" if figure < 100 else f"{figure:.0f}"
