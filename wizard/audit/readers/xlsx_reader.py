"""Excel workbooks, read row by row; what would unpack to too much is refused before it is unpacked."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO
from itertools import islice
from typing import Any

from wizard.audit.found import Found
from wizard.audit.readers.limits import of_usual_size, within_limits
from wizard.audit.readers.rows import from_rows
from wizard.storage.errors import FileError

# A workbook of two megabytes unpacks to some twenty at most; one made to harm, to thousands.
_UNPACKED = 40_000_000
_PARTS = 1_000
_ROWS = 20_000
_COLUMNS = 100
_SHEETS = 50


def from_xlsx(data: bytes) -> Found:
    """The funnels of all sheets; a sheet of one funnel without a name has the sheet's."""
    _look_into(of_usual_size(data))
    sheets = [(title, rows) for title, rows in _sheets(data) if rows]
    found = [from_rows(rows, name="" if len(sheets) == 1 else title) for title, rows in sheets]
    notes = {note.what: note for part in found for note in part.notes}
    return within_limits(Found(tuple(p for part in found for p in part.pipelines), notes=tuple(notes.values())))


def _look_into(data: bytes) -> None:
    """Refuse what is no archive, or would unpack to more than a workbook of that size does."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileError("audit.bad_xlsx") from error
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise FileError("audit.swollen_xlsx")


def _sheets(data: bytes) -> list[tuple[str, list[tuple[Any, ...]]]]:
    import openpyxl  # noqa: PLC0415 - a fifth of a second, and most readers never bring a workbook

    try:
        with warnings.catch_warnings():
            # About styles and the like, which nobody looks at here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return [(sheet.title, _rows(sheet)) for sheet in book.worksheets[:_SHEETS]]
            finally:
                book.close()
    except Exception as error:  # openpyxl stumbles over foreign archives in as many ways as there are
        raise FileError("audit.bad_xlsx") from error


def _rows(sheet: Any) -> list[tuple[Any, ...]]:
    rows = islice(sheet.iter_rows(values_only=True, max_col=_COLUMNS), _ROWS)
    return [row for row in rows if any(cell is not None for cell in row)]
