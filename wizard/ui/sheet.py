"""The rows a table of stages was drawn from, and whether it may stay as it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """Streamlit's table remembers what was typed over the rows it began with, and shows that for ever after.

    So it goes on only while these rows with what was typed are what the project holds; else a new one is begun.
    """

    pipeline: str = ""
    rows: tuple[tuple[str, Cells], ...] = ()
    number: int = 0

    @property
    def key(self) -> str:
        return f"sheet.{self.pipeline}.{self.number}"

    def typed_over(self, edits: Mapping[int, Mapping[str, str | None]]) -> dict[str, dict[str, str]]:
        """The cells that were typed, by stage."""
        known = {at: cells for at, cells in edits.items() if at < len(self.rows)}
        return {self.rows[at][0]: {c: text or "" for c, text in cells.items()} for at, cells in known.items()}

    def goes_on(
        self, pipeline: str, rows: tuple[tuple[str, Cells], ...], typed: Mapping[str, Cells], bad: set[tuple[str, str]]
    ) -> bool:
        """Whether it shows what there is; a cell that is not understood stays as it was typed."""
        if pipeline != self.pipeline or [stage for stage, _ in rows] != [stage for stage, _ in self.rows]:
            return False
        return all(
            (stage, column) in bad or typed.get(stage, {}).get(column, began[column]) == text
            for (stage, cells), (_, began) in zip(rows, self.rows, strict=True)
            for column, text in cells.items()
        )

    def anew(self, pipeline: str, rows: tuple[tuple[str, Cells], ...]) -> Sheet:
        return Sheet(pipeline, rows, self.number + 1)
