"""Tables as a workbook: a sheet each, with filters, a frozen head and a column to tick.

Whatever people typed is written as a string, never as a formula, a link or a number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from exports.papers.document import Cell, Letterhead, Table
from exports.writers.characters import xml_safe

_CREATED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME, _LONGEST_TEXT = 31, 32_767
_NARROWEST, _WIDEST = 12, 60
_LINE, _TALLEST = 13.5, 400
_LETTERS = 120  # the width of a whole table, in letters
TICKS = ("\N{BALLOT BOX}", "\N{BALLOT BOX WITH CHECK}")
_LOOK = {
    "text_wrap": True,
    "valign": "top",
    "font_name": "Arial",
    "font_size": 10,
    "border": 1,
    "border_color": "#d3d9de",
}


def write(tables: Sequence[Table], letterhead: Letterhead, *, title: str = "") -> bytes:
    """The tables that have rows, in their order."""
    written = BytesIO()
    # Nothing is taken for a formula, a link or a number, and nothing of the hour gets into the file.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"title": title, "company": xml_safe(letterhead.company), "created": _CREATED})
        looks = _looks(book)
        names: set[str] = set()
        for table in tables:
            if table.rows:
                name = _sheet_name(table.name or title, names)
                names.add(name.casefold())
                _sheet(book.add_worksheet(name), table, letterhead, looks)
    return written.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({**_LOOK, "bold": True, "bg_color": "#e9f3f1", "font_color": "#0a6b62"}),
        "plain": book.add_format(_LOOK),
        "strong": book.add_format({**_LOOK, "bg_color": "#fff8e1", "bold": True}),
        "tick": book.add_format({**_LOOK, "align": "center", "font_size": 14}),
    }


def _sheet(sheet: Any, table: Table, letterhead: Letterhead, looks: dict[str, Any]) -> None:
    heads = (*((TICKS[1],) if table.ticks else ()), *(column.title for column in table.columns))
    last = len(table.rows)
    for column, (title, width) in enumerate(zip(heads, _widths(table), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, looks["head"])
    for number, row in enumerate(table.rows, start=1):
        look, texts = looks["strong" if row.strong else "plain"], tuple(_texts(table, row.cells))
        sheet.set_row(number, _height(texts, tuple(_widths(table))))
        for column, said in enumerate(texts):
            ticked = table.ticks and column == 0
            sheet.write_string(number, column, xml_safe(said)[:_LONGEST_TEXT], looks["tick"] if ticked else look)
    if table.ticks:
        sheet.data_validation(1, 0, last, 0, {"validate": "list", "source": list(TICKS)})
    sheet.autofilter(0, 0, last, len(heads) - 1)
    sheet.freeze_panes(1, 2 if table.ticks else 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{_code(letterhead.company)}&C{_code(letterhead.note)}&R&P / &N")


def _code(text: str) -> str:
    """A text in a footer, where an ampersand begins a command; a footer holds 255 letters."""
    return text[:60].replace("&", "&&")


def _texts(table: Table, cells: tuple[Cell, ...]) -> Iterator[str]:
    if table.ticks:
        yield TICKS[0]
    yield from ("\n".join("".join(run.text for run in line) for line in cell.lines) for cell in cells)


def _widths(table: Table) -> Iterator[float]:
    if table.ticks:
        yield 5
    shares = sum(column.share for column in table.columns)
    yield from (min(max(_LETTERS * c.share / shares, _NARROWEST), _WIDEST) for c in table.columns)


def _height(texts: tuple[str, ...], widths: tuple[float, ...]) -> float:
    """Room for the longest cell: not every program makes it by itself."""
    lines = (
        sum(-(-len(line) // int(width)) or 1 for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(_LINE * max(lines, default=1) + 4, _TALLEST)


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name a sheet may have: 31 letters, none of those Excel keeps for itself, unlike any other."""
    clean = " ".join(name.translate(_FORBIDDEN).split()).strip("'")[:_LONGEST_NAME].strip() or "1"
    found, number = clean, 2
    while found.casefold() in taken:
        found = f"{clean[: _LONGEST_NAME - 4]} {number}"
        number += 1
    return found
