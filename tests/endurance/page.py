"""The parts of pages that are written from measured values; the text around them is written by hand."""

from __future__ import annotations

from pathlib import Path

_DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {
    "faults": _DOCS / "endurance.md",
    "load": _DOCS / "load.md",
    "soak": _DOCS / "load.md",
    "workshop": _DOCS / "workshop.md",
    "speed": _DOCS / "speed.md",
}


def write(part: str, measured: str) -> None:
    """Put what was measured where it belongs."""
    page = PAGES[part]
    page.write_text(replaced(page.read_text("utf-8"), part, measured=measured), "utf-8", newline="\n")


def replaced(text: str, part: str, *, measured: str) -> str:
    """The page with other measured values; LookupError when it has no place for them."""
    begin, end = (f"<!-- {mark} of what is measured: {part} -->\n" for mark in ("beginning", "end"))
    before, found, rest = text.partition(begin)
    _old, closed, after = rest.partition(end)
    if not (found and closed):
        raise LookupError(f"no place for {part}")
    return f"{before}{begin}\n{measured}\n{end}{after}"
