"""Readers of what people bring: an account's JSON, a pasted list, a table. Whatever else comes is a `FileError`."""

from __future__ import annotations

import re

from wizard.audit.found import Found
from wizard.audit.readers.csv_reader import from_csv
from wizard.audit.readers.decoding import decoded
from wizard.audit.readers.json_reader import from_json
from wizard.audit.readers.limits import of_usual_size
from wizard.audit.readers.text_reader import from_text
from wizard.audit.readers.xlsx_reader import from_xlsx
from wizard.storage.errors import FileError

__all__ = ["from_csv", "from_json", "from_text", "from_xlsx", "read"]

_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
_PROJECT = re.compile(r"^format:\s*\d+\s*$", re.MULTILINE)
_TABLES = (".csv", ".tsv")
_JSON = re.compile(r"[{\[](?:\s*[\[{\"]|.*[}\]]$)", re.DOTALL)
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|\?xml)", re.IGNORECASE)


def read(name: str, data: bytes) -> Found:
    """What a file holds, by what stands in it; its name decides only between a list and a table."""
    of_usual_size(data)
    if data.startswith(_ZIP):
        return from_xlsx(data)
    if data.startswith(_OLD_OFFICE):
        raise FileError("audit.old_xls")
    text = decoded(data).strip()
    if _MARKUP.match(text):
        raise FileError("audit.is_html")
    if _PROJECT.match(text):
        raise FileError("audit.is_project")
    suffix = name.lower()[-5:]
    if suffix.endswith(".json") or _JSON.match(text):
        return from_json(data)
    return from_csv(data) if suffix.endswith(_TABLES) else from_text(text)
