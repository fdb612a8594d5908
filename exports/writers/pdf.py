"""Documents as PDF, set by Typst: fonts embedded, tagged for screen readers, the same bytes for the same documents."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from exports.papers.document import Document, Figure, Letterhead
from exports.writers.letters import FONTS, shown
from exports.writers.own import LOGOS, is_png, typst_files

MAIN = "main.typ"
BOOK = "book.json"
_ENDLESS = re.compile(r"\S{28,}")


def write(documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None) -> bytes:
    """The documents one after another, each on a page of its own."""
    return compiled(files(documents, letterhead, title=title, own=own), own=own)[0]


def compiled(files: dict[str, bytes], *, own: Path | None = None, **format_: Any) -> tuple[bytes, ...]:
    """What Typst makes of `main.typ` and the files beside it: one PDF, or a picture a page."""
    fonts = [str(folder) for folder in (*FONTS, *((own,) if own else ()))]
    # A fixed moment: nothing of the day it is written on gets into the file.
    settings = {"font_paths": fonts, "ignore_system_fonts": True, "timestamp": 0, **format_}
    with TemporaryDirectory(prefix="voronka-") as folder:
        for name, data in files.items():
            Path(folder, name).write_bytes(data)
        found = _typst().compile(str(Path(folder, MAIN)), root=folder, **settings)
    return (bytes(found),) if isinstance(found, bytes) else tuple(bytes(page) for page in found)


def files(
    documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None
) -> dict[str, bytes]:
    """The templates with all texts as data beside them, and every picture as a file."""
    found = typst_files(own)
    found[MAIN] = found.pop("book.typ")
    pictures: dict[str, bytes] = {}

    def data(value: Any) -> dict[str, Any]:
        if isinstance(value, Figure):
            name = f"figure-{len(pictures)}.svg"
            pictures[name] = drawable(value.svg, own=own)
            return {"kind": "figure", "file": name, "alt": value.alt, "caption": value.caption, "width": value.width}
        said = {name: _breakable(text) if isinstance(text, str) else text for name, text in vars(value).items()}
        return {"kind": type(value).__name__.lower(), **said}

    said = json.dumps(documents, ensure_ascii=False, default=data)
    settable = shown(said, own=own)
    head = {name: shown(str(words), own=own) for name, words in vars(letterhead).items() if name != "logo"}
    if settable != said:
        head["note"] = f"{letterhead.note} {letterhead.numbered}"
    book = {
        "title": shown(title or documents[0].title, own=own),
        "letterhead": head,
        "logo": _with_logo(found, letterhead.logo),
        "documents": json.loads(settable),
    }
    found[BOOK] = json.dumps(book, ensure_ascii=False).encode()
    return found | pictures


def drawable(svg: bytes, *, own: Path | None = None) -> bytes:
    """A drawing whose letters can be set; its own markup has none but plain ones."""
    return svg if svg.isascii() else shown(svg.decode(), own=own).encode()


def _breakable(text: str) -> str:
    """A text whose words of extraordinary length can be broken wherever the line ends."""
    return _ENDLESS.sub(lambda found: "\u200b".join(found[0]), text)


def _with_logo(files: dict[str, bytes], logo: bytes) -> str:
    """The name of the file the logo stands in; none without a logo."""
    if not logo:
        return next((name for name in LOGOS if name in files), "")
    name = LOGOS[1] if is_png(logo) else LOGOS[0]
    files[name] = logo
    return name


@cache
def _typst() -> Any:
    """The library, which only those who make PDF need."""
    import typst  # noqa: PLC0415 - 60 MB

    return typst
