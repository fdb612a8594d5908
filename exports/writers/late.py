"""The writers as the server may name them: a library that takes long to load is loaded where a file is made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.papers.document import Document, Letterhead, Table


def docx(documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None) -> bytes:
    from exports.writers.docx import write  # noqa: PLC0415 - python-docx and lxml

    return write(documents, letterhead, title=title, own=own)


def pdf(documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None) -> bytes:
    from exports.writers.pdf import write  # noqa: PLC0415 - what looks for letters in fonts

    return write(documents, letterhead, title=title, own=own)


def png(svg: bytes) -> bytes:
    from exports.writers.raster import png as drawn  # noqa: PLC0415 - as PDF

    return drawn(svg)


def xlsx(tables: Sequence[Table], letterhead: Letterhead, *, title: str = "") -> bytes:
    from exports.writers.xlsx import write  # noqa: PLC0415 - XlsxWriter

    return write(tables, letterhead, title=title)
