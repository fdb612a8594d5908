"""A PostgreSQL server of the tests' own: a cluster in a temporary directory, on this machine only, gone afterwards.

Needs PostgreSQL's own programs and the standard library. Run as a program, it says how long a start takes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.ports import free_port

SUPERUSER = "postgres"
_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)
_PROGRAMS = ("initdb", "pg_ctl", "postgres", "createdb")
_UNPRIVILEGED = ("postgres", "nobody")  # the server refuses to run as root

# Safe when the server crashes, not when the machine loses power: then the tests start anew anyway.
FAST = "-c fsync=off -c full_page_writes=off -c shared_buffers=16MB"


@dataclass(frozen=True)
class Cluster:
    """A server's data, its port and who runs it; the server itself may be up or down."""

    binaries: Path
    home: Path
    port: int
    owner: str | None
    settings: str

    @property
    def url(self) -> str:
        return self._url("postgres")

    def start(self) -> None:
        """Start with the same data at the same port; ready when this returns."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {self.settings}"
        self._run("pg_ctl", "start", "-w", "-t", "30", "-D", "data", "-l", "server.log", "-o", options)

    def stop(self, *, mode: str = "fast") -> None:
        """End the server; `immediate` is how a crash looks."""
        self._run("pg_ctl", "stop", "-w", "-t", "30", "-D", "data", "-m", mode)

    def create_database(self, name: str) -> str:
        """The address of a new, empty database."""
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", SUPERUSER, "-T", "template0", name)
        return self._url(name)

    def is_up(self) -> bool:
        return self._call("pg_ctl", "status", "-D", "data").returncode == 0

    def initialise(self) -> None:
        """Make the data; only this machine can reach the server, so nobody is asked for a password."""
        self._run("initdb", "-D", "data", "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")

    def _url(self, database: str) -> str:
        return f"postgresql://{SUPERUSER}@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: str) -> None:
        done = self._call(program, *arguments)
        if done.returncode:
            log = self.home / "server.log"
            told = log.read_text("utf-8", "replace")[-2000:] if log.exists() else ""
            raise RuntimeError(f"{program} failed: {self._output().read_text('utf-8', 'replace')}{told}")

    def _call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run one of PostgreSQL's programs; its words go to a file, for a pipe would be kept open by the server."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        with self._output().open("wb") as output:
            return subprocess.run(
                [self.binaries / program, *arguments],
                cwd=self.home,
                env={**environment, "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                user=self.owner,
                group=_group(self.owner),
                extra_groups=[] if self.owner else None,
                check=False,
            )

    def _output(self) -> Path:
        return self.home / "output.log"


@contextmanager
def cluster(settings: str = FAST) -> Iterator[Cluster]:
    """A running server; it is ended and its data deleted whatever happens."""
    binaries = find()
    if binaries is None:
        raise RuntimeError("no PostgreSQL was found: install it or name its programs' directory by POSTGRESQL=path")
    home = Path(tempfile.mkdtemp(prefix="voronka-postgresql-"))
    owner = _owner()
    made = Cluster(binaries, home, free_port(), owner, settings)
    try:
        if owner:
            shutil.chown(home, owner, _group(owner))
        made.initialise()
        made.start()
        yield made
    finally:
        if made.is_up():
            made.stop(mode="immediate")
        shutil.rmtree(home)


def find() -> Path | None:
    """The directory of PostgreSQL's programs: the one named by POSTGRESQL, else the newest in a usual place."""
    named = os.environ.get("POSTGRESQL")
    if named:
        return Path(named) if _is_complete(Path(named)) else None
    return next(filter(_is_complete, _candidates()), None)


def _candidates() -> Iterator[Path]:
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent
    for place in _PLACES:
        anchor = Path(place).anchor
        yield from sorted(Path(anchor).glob(place.removeprefix(anchor)), key=_version, reverse=True)


def _version(place: Path) -> tuple[int, ...]:
    return tuple(int(digits) for digits in "".join(c if c.isdigit() else " " for c in str(place)).split())


def _is_complete(place: Path) -> bool:
    return all(shutil.which(program, path=str(place)) for program in _PROGRAMS)


def _owner() -> str | None:
    """Who runs the server if we are root; None: ourselves."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - POSIX only

    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _UNPRIVILEGED if name in names)


def _group(owner: str | None) -> int | None:
    if owner is None:
        return None
    import pwd  # noqa: PLC0415 - POSIX only

    return pwd.getpwnam(owner).pw_gid


if __name__ == "__main__":
    began = time.monotonic()
    with cluster() as started:
        sys.stdout.write(f"{started.url} was ready after {time.monotonic() - began:.1f} s\n")
    sys.stdout.write(f"and gone after {time.monotonic() - began:.1f} s\n")
