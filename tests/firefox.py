"""Finds a Firefox for the journey that is walked in it too; needs the standard library only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.chromium import is_real

_NAMES = ("firefox-esr", "firefox")
_PLACES = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
)


def find() -> str | None:
    """The path of a Firefox: the one named by FIREFOX, else the first in a usual place."""
    named = os.environ.get("FIREFOX")
    if named:
        return named if Path(named).is_file() else shutil.which(named)
    return next((path for path in (*map(shutil.which, _NAMES), *_PLACES) if path and is_real(path)), None)
