"""Finds npm, and installs with it what the tests have from there, each package into a folder of its own.

Needs the standard library only: `make.py` reads it before anything is installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

_VERSIONS: dict[str, str] = json.loads(Path(__file__).with_name("package.json").read_text("utf-8"))["dependencies"]
# Beside what Python's packages were installed into.
_HOME = Path(__file__).resolve().parents[1] / ".venv/npm"
_QUIET = ("--no-audit", "--no-fund", "--no-package-lock", "--no-update-notifier", "--loglevel=error")


def find() -> str | None:
    """The npm named by NPM, else the first there is; without node it is of no use."""
    npm = shutil.which(os.environ.get("NPM") or "npm")
    return npm if npm and shutil.which("node") else None


def installed(name: str) -> Path:
    """Where a package lies; it is installed first, unless the wanted version is there."""
    npm = find()
    if npm is None:
        raise RuntimeError("no npm was found: install it or name it by NPM=path")
    home, wanted = _HOME / name, json.dumps({"private": True, "dependencies": {name: _VERSIONS[name]}})
    stamp = home / "installed.json"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        _install(npm, home, wanted)
        stamp.write_text(wanted, "utf-8")
    return home / "node_modules" / name


def _install(npm: str, home: Path, wanted: str) -> None:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    (home / "package.json").write_text(wanted, "utf-8")
    # Nothing of a package runs while it is installed; a node too old for it is said by npm.
    asked = [npm, "install", "--ignore-scripts", "--engine-strict", *_QUIET]
    done = subprocess.run(asked, cwd=home, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"npm could not install {home.name}: {done.stdout}{done.stderr}")
