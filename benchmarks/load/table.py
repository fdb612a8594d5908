"""How figures and verdicts are printed."""

from __future__ import annotations

from benchmarks.load.runs import Figures

_COLUMNS = (
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


class Table:
    """A line for each place; `server`, `load` (this program) and `other` are shares of one core."""

    def __init__(self, title: str) -> None:
        print(f"\n{title:<40}" + "".join(f"{column:>9}" for column in _COLUMNS), flush=True)

    def line(self, name: str, figures: Figures, *, beside: Figures) -> None:
        """A line of figures; `x p95` and the work of an edit are to be compared with those of the place beside."""
        slow = figures.percentile(95)
        shown = (
            f"{figures.rate:.1f}",
            f"{figures.kept_up:.0%}",
            f"{figures.percentile(50) * 1000:.0f}",
            f"{slow * 1000:.0f}",
            f"{max(figures.times) * 1000:.0f}",
            f"{slow / beside.percentile(95):.1f}",
            f"{figures.work * 1000:.1f}",
            f"{len(figures.errors)}",
            f"{len(figures.lost)}",
            f"{figures.mean(lambda turn: turn.servers):.0%}",
            f"{figures.mean(lambda turn: turn.outcome.generator):.0%}",
            f"{figures.mean(lambda turn: turn.elsewhere):.0%}",
        )
        print(f"{name:<40}" + "".join(f"{figure:>9}" for figure in shown), flush=True)
        for error in (*figures.errors, *figures.lost)[:3]:
            print(f"    {error}", flush=True)


def verdict(said: str, *, met: bool) -> None:
    print(f"  {said}: {'met' if met else 'MISSED'}", flush=True)
