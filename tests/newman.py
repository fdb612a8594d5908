"""Finds npm, and installs the newman by which the tests run exported collections.

Needs the standard library only: `make.py` reads it before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

WANTED = Path(__file__).with_name("package.json")
# Beside what Python's packages were installed into.
HOME = Path(__file__).resolve().parents[1] / ".venv/newman"
_QUIET = ("--no-audit", "--no-fund", "--no-package-lock", "--no-update-notifier", "--loglevel=error")


def find() -> str | None:
    """The npm named by NPM, else the first there is; without node it is of no use."""
    npm = shutil.which(os.environ.get("NPM") or "npm")
    return npm if npm and shutil.which("node") else None


def command() -> tuple[str, ...]:
    """How newman is started; it is installed first, unless the wanted one is there."""
    npm, node = find(), shutil.which("node")
    if npm is None or node is None:
        raise RuntimeError("no npm was found: install it or name it by NPM=path")
    stamp = HOME / "installed.json"
    if not stamp.exists() or stamp.read_bytes() != WANTED.read_bytes():
        _install(npm)
        shutil.copyfile(WANTED, stamp)
    return node, str(HOME / "node_modules/newman/bin/newman.js")


def _install(npm: str) -> None:
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    shutil.copyfile(WANTED, HOME / "package.json")
    # Nothing of a package runs while it is installed; a node too old for newman is said by npm.
    asked = [npm, "install", "--ignore-scripts", "--engine-strict", *_QUIET]
    done = subprocess.run(asked, cwd=HOME, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"npm could not install newman: {done.stdout}{done.stderr}")
