"""CSV as any program writes it: comma, semicolon or tab; UTF-8 or Windows' Cyrillic."""

from __future__ import annotations

import csv
from itertools import islice

from wizard.audit.found import Found
from wizard.audit.readers.decoding import decoded
from wizard.audit.readers.limits import of_usual_size, within_limits
from wizard.audit.readers.rows import from_rows
from wizard.audit.words import is_called
from wizard.storage.errors import FileError

_DELIMITERS = (";", "\t", ",")
_MOST_COLUMNS = 200
_LOOKED_AT = 200


def from_csv(data: bytes) -> Found:
    """The funnels of a CSV file."""
    text = decoded(of_usual_size(data)).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    rows = _rows(text, _delimiter(text))
    return within_limits(from_rows(row[:_MOST_COLUMNS] for row in rows))


def _delimiter(text: str) -> str:
    """What parts the columns: titles show it, else equally long rows do; commas inside names are no columns."""
    for delimiter in _DELIMITERS:
        rows = [row for row in islice(_rows(text, delimiter), _LOOKED_AT) if any(row)]
        widths = {len(row) for row in rows}
        titled = bool(rows) and len(rows[0]) > 1 and any(is_called(cell, "columns") for cell in rows[0])
        if titled or (len(widths) == 1 and max(widths) > 1):
            return delimiter
    return _DELIMITERS[0]


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(text.split("\n"), delimiter=delimiter))
    except csv.Error as error:
        raise FileError("audit.bad_csv") from error
