"""Documents as PDF, set by Typst: fonts embedded, tagged for screen readers, the same bytes for the same documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from exports.papers.document import Document, Figure, Letterhead
from exports.writers.own import typst_files
from wizard.charts.pictures import FONTS

EMOJI = Path(__file__).parent / "fonts"
_BOOK = "book.json"


def write(documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None) -> bytes:
    """The documents one after another, each on a page of its own."""
    return bytes(_typst().compile(_files(documents, letterhead, title=title, own=own), **_settings(own)))


def pages(
    documents: Sequence[Document], letterhead: Letterhead, *, ppi: float = 80, own: Path | None = None
) -> tuple[bytes, ...]:
    """Every page as PNG, to be looked at."""
    files = _files(documents, letterhead, title="", own=own)
    found = _typst().compile(files, format="png", ppi=ppi, **_settings(own))
    return (bytes(found),) if isinstance(found, bytes) else tuple(bytes(page) for page in found)


def _files(documents: Sequence[Document], letterhead: Letterhead, *, title: str, own: Path | None) -> dict[str, bytes]:
    files = typst_files(own)
    files["main"] = files.pop("book.typ")
    pictures: dict[str, bytes] = {}

    def data(value: Any) -> dict[str, Any]:
        if isinstance(value, Figure):
            name = f"figure-{len(pictures)}.svg"
            pictures[name] = value.svg
            return {"kind": "figure", "file": name, "alt": value.alt, "caption": value.caption, "width": value.width}
        return {"kind": type(value).__name__.lower(), **vars(value)}

    head = {name: said for name, said in vars(letterhead).items() if name != "logo"}
    book = {
        "title": title or documents[0].title,
        "letterhead": head,
        "logo": _with_logo(files, letterhead.logo),
        "documents": documents,
    }
    files[_BOOK] = json.dumps(book, ensure_ascii=False, default=data).encode()
    return files | pictures


def _with_logo(files: dict[str, bytes], logo: bytes) -> str:
    """The name of the file the logo stands in; none without a logo."""
    if not logo:
        return next((name for name in ("logo.svg", "logo.png") if name in files), "")
    name = "logo.png" if logo.startswith(b"\x89PNG") else "logo.svg"
    files[name] = logo
    return name


def _settings(own: Path | None) -> dict[str, Any]:
    folders = (FONTS, EMOJI, *((own,) if own else ()))
    # A fixed moment: nothing of the day it is written on gets into the file.
    return {"font_paths": [str(folder) for folder in folders], "ignore_system_fonts": True, "timestamp": 0}


@cache
def _typst() -> Any:
    """The library, which only those who make PDF need."""
    import typst  # noqa: PLC0415 - 60 MB

    return typst
