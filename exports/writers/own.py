"""The look of papers as files by name; those in a consultant's own folder stand in for ours."""

from __future__ import annotations

from pathlib import Path

TYPST = Path(__file__).parent / "typst"
LOGOS = ("logo.svg", "logo.png")
_PNG = b"\x89PNG\r\n\x1a\n"


def typst_files(own: Path | None) -> dict[str, bytes]:
    """Our templates, and over them every template and picture of the folder."""
    ours = {path.name: path.read_bytes() for path in sorted(TYPST.glob("*.typ"))}
    wanted = {".typ", ".svg", ".png", ".jpg"}
    theirs = sorted(own.iterdir()) if own else ()
    return ours | {path.name: path.read_bytes() for path in theirs if path.suffix.lower() in wanted}


def own_file(own: Path | None, name: str) -> bytes | None:
    """A file of the folder, if there is one of this name."""
    path = own / name if own else None
    return path.read_bytes() if path and path.is_file() else None


def is_png(data: bytes) -> bool:
    return data.startswith(_PNG)
