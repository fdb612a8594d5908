"""The data of the board's marks: columns with coloured heads, what moves a deal on from each, and its time limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wizard.charts.board_words import Column, board_columns
from wizard.charts.map_marks import Datum, rounded, text
from wizard.charts.wrapping import wrapped
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

MOST_COLUMNS = 10
_GAP, _PADDING = 6, 5
NAME, _NAME_LINE = 11, 15
NOTE, _NOTE_LINE = 11, 15
_NAME_LINES, _FACT_LINES, _TERM_LINES = 4, 10, 6
_BETWEEN = 16  # lines of the board


@dataclass(frozen=True)
class _Texts:
    """The lines of a column, and its colour."""

    colour: str
    name: tuple[str, ...]
    fact: tuple[str, ...]
    term: tuple[str, ...]

    @property
    def body(self) -> float:
        return (len(self.fact) + len(self.term)) * _NOTE_LINE + _PADDING * (bool(self.fact) + bool(self.term) + 1)


def board_data(
    project: Project, pipeline: Pipeline, say: Translator, *, width: float, columns: int
) -> tuple[list[Datum], float]:
    """The data, and the height of the picture; more columns than fit go on in the next line."""
    shown = board_columns(project, pipeline, say)
    lines = -(-len(shown) // columns)
    each = -(-len(shown) // lines)
    wide = (width - _GAP * (each - 1)) / each
    texts = [_texts(column, wide - 2 * _PADDING) for column in shown]
    found: list[Datum] = []
    top = 0.0
    for line in (texts[start : start + each] for start in range(0, len(texts), each)):
        head = max(len(column.name) for column in line) * _NAME_LINE + _PADDING
        body = max(column.body for column in line)
        for place, column in enumerate(line):
            found += _column(column, place * (wide + _GAP), top, width=wide, head=head, body=body)
        top += head + body + _BETWEEN
    return [rounded(datum) for datum in found], top - _BETWEEN


def _texts(column: Column, width: float) -> _Texts:
    return _Texts(
        column.colour,
        wrapped(column.name, width=width, size=NAME, lines=_NAME_LINES),
        wrapped(column.fact, width=width, size=NOTE, lines=_FACT_LINES, bold=False),
        wrapped(column.term, width=width, size=NOTE, lines=_TERM_LINES, bold=False),
    )


def _column(column: _Texts, x: float, top: float, *, width: float, head: float, body: float) -> Iterator[Datum]:
    right = x + width
    yield {"kind": "column", "x": x, "y": top, "x2": right, "y2": top + head + body}
    yield {"kind": "head", "x": x, "y": top, "x2": right, "y2": top + head, "colour": column.colour}
    y = top + _PADDING / 2 + _NAME_LINE / 2
    for line in column.name:
        yield text("name", x + _PADDING, y, line)
        y += _NAME_LINE
    y = top + head + _PADDING + _NOTE_LINE / 2
    for kind, lines in (("note", column.fact), ("mute", column.term)):
        for line in lines:
            yield text(kind, x + _PADDING, y, line)
            y += _NOTE_LINE
        y += _PADDING
