"""Finds a Chromium or Chrome for the browser tests; needs the standard library only."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)

# Containers forbid the sandbox and give little shared memory; the rest keeps the browser from calling home.
FLAGS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find() -> str | None:
    """The path of a browser: the one named by CHROMIUM, else the first in a usual place."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else shutil.which(named)
    return next((path for path in (*map(shutil.which, _NAMES), *_usual_places()) if path and is_real(path)), None)


def _usual_places() -> list[str]:
    if sys.platform == "darwin":
        return list(_MAC)
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        return [str(Path(root) / place) for root in roots if root for place in _WINDOWS]
    return []


def is_real(path: str) -> bool:
    """Whether a browser stands there; what Ubuntu has of its name may be a note that asks to install a snap."""
    file = Path(path)
    return file.is_file() and not (file.stat().st_size < 10_000 and b"snap install" in file.read_bytes())
