"""The newman by which the tests run exported collections."""

from __future__ import annotations

import shutil

from tests import npm


def command() -> tuple[str, ...]:
    """How newman is started."""
    program = npm.installed("newman") / "bin/newman.js"
    return shutil.which("node") or "node", str(program)
