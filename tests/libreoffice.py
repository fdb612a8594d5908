"""LibreOffice, for the tests that open what people will open."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_PLACES = ("/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
SECONDS = 300


def find() -> Path | None:
    """The program named by `LIBREOFFICE`, or a usual one."""
    if named := os.environ.get("LIBREOFFICE"):
        return Path(named) if Path(named).is_file() else None
    found = shutil.which("soffice") or next((place for place in _PLACES if Path(place).is_file()), None)
    return Path(found) if found else None


def printed(files: Sequence[Path], folder: Path) -> dict[str, bytes]:
    """The files opened and printed to PDF, by name; one it cannot open is missing."""
    program = find()
    if program is None:
        raise RuntimeError("no LibreOffice was found: install libreoffice-writer and libreoffice-calc, or name it")
    home = folder / "home"
    command = [str(program), f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)], check=True, timeout=SECONDS, capture_output=True
    )
    return {path.stem: path.read_bytes() for path in folder.glob("*.pdf")}
