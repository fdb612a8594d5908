"""What was measured: printed as it comes, and kept as Markdown for a page."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Sequence


class Report:
    """Tables and verdicts, in their order; `met` tells whether every goal was reached."""

    def __init__(self) -> None:
        day = time.strftime("%Y-%m-%d")
        self.met = True
        self._lines: list[str] = []
        self.say(f"Measured on {day}: {platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores.")

    @property
    def markdown(self) -> str:
        return "".join(f"{line}\n" for line in self._lines)

    def say(self, line: str) -> None:
        """A line of text."""
        self._add(line, printed=line)

    def table(self, title: str, columns: Sequence[str]) -> None:
        """Begin a table; what stands in a row's first column is its name."""
        self.say("")
        if title:
            self.say(f"{title}:")
            self.say("")
        self.row(columns)
        self._add("| --- " * len(columns) + "|")

    def row(self, cells: Sequence[str]) -> None:
        self._add(f"| {' | '.join(cells)} |", printed=f"{cells[0]:<54}" + "".join(f" {cell:>9}" for cell in cells[1:]))

    def verdict(self, said: str, *, met: bool) -> None:
        """Whether a goal was reached."""
        if self._lines[-1].startswith("|"):
            self.say("")
        self.say(f"- {said}: {'met' if met else '**missed**'}")
        self.met = self.met and met

    def _add(self, line: str, *, printed: str | None = None) -> None:
        self._lines.append(line)
        if printed is not None:
            print(printed, flush=True)
