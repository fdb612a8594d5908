"""Pages of documents as pictures, to be looked at before they are taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from exports.papers.document import Document, Letterhead
from exports.writers import pdf
from exports.writers.raster import png

_DRAWINGS = re.compile(r'"file": "(figure-\d+)\.svg"')


def pages(
    documents: Sequence[Document], letterhead: Letterhead, *, ppi: float = 80, own: Path | None = None
) -> tuple[bytes, ...]:
    """Every page as PNG. Drawings are drawn before: Typst cuts letters off where it scales them by an odd factor."""
    files = pdf.files(documents, letterhead, own=own)
    drawn = {f"{name}.png": png(files.pop(f"{name}.svg")) for name in _DRAWINGS.findall(files[pdf.BOOK].decode())}
    # Quotes of what people typed are escaped, so this is never a part of it.
    files[pdf.BOOK] = _DRAWINGS.sub(r'"file": "\1.png"', files[pdf.BOOK].decode()).encode()
    return pdf.compiled(files | drawn, own=own, format="png", ppi=ppi)
