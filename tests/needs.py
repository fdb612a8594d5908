"""What some tests need of the machine: found, installed where we may, or said to be missing.

Needs the standard library only: `make.py` reads it before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests import chromium, firefox, nginx, npm, postgresql

# While these files are there Debian starts nothing that it installs, and makes no database cluster.
_NO_SERVICES = (
    (Path("/usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n"),
    (Path("/etc/postgresql-common/createcluster.d/voronka-tests.conf"), "create_main_cluster = false\n"),
)


@dataclass(frozen=True)
class Need:
    """A program that the tests of this marker need."""

    marker: str  # also what WITHOUT= leaves out
    setting: str  # the environment variable that names it
    name: str
    package: str  # Debian's
    find: Callable[[], Path | str | None]

    @property
    def is_named(self) -> bool:
        return bool(os.environ.get(self.setting))

    def missing(self) -> str | None:
        """Why the tests cannot run; what was found is named to them."""
        found = self.find()
        if found:
            os.environ[self.setting] = str(found)
            return None
        if self.is_named:
            return f"there is no {self.name} at {self.setting}={os.environ[self.setting]}."
        return (
            f"no {self.name} was found. Install it, name it by {self.setting}=path, "
            f"or leave these tests out by WITHOUT={self.marker}."
        )


NEEDS = (
    Need("browser", "CHROMIUM", "Chromium or Chrome", "chromium", chromium.find),
    Need("firefox", "FIREFOX", "Firefox", "firefox-esr", firefox.find),
    Need("postgresql", "POSTGRESQL", "PostgreSQL", "postgresql", postgresql.find),
    Need("nginx", "NGINX", "nginx", "nginx", nginx.find),
    Need("newman", "NPM", "npm", "npm", npm.find),
)


def provide(needs: Sequence[Need]) -> dict[str, str]:
    """Find what is needed, installing it where we may; by marker, why some of it is missing."""
    wanted = [need.package for need in needs if not need.is_named and not need.find()]
    if wanted and may_install():
        install(wanted)
    return {need.marker: reason for need in needs if (reason := need.missing())}


def may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> None:
    """Install Debian packages for their programs alone."""
    print(f"Installing {', '.join(packages)} for the tests.", flush=True)  # noqa: T201 - it takes a while
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with _no_services():
        for command in (("update",), ("install", "-y", "--no-install-recommends", *packages)):
            subprocess.call(["apt-get", *command], env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # noqa: S607


@contextmanager
def _no_services() -> Iterator[None]:
    ours = [(path, text) for path, text in _NO_SERVICES if not path.exists()]
    try:
        for path, text in ours:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            path.chmod(0o755)
        yield
    finally:
        for path, _ in ours:
            path.unlink(missing_ok=True)
            with suppress(OSError):  # the package may have put something beside it
                path.parent.rmdir()
