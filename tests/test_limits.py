"""A full disk and a closed directory are what SQLite takes them for, and the database is sound afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import limits

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")

# For each line: open the database, write so many kilobytes, and answer with what came of it.
_WRITER = """
import contextlib, sqlite3, sys
for line in sys.stdin:
    try:
        with contextlib.closing(sqlite3.connect(sys.argv[1])) as database, database:
            database.execute("pragma journal_mode = wal")
            database.execute("create table if not exists drafts (body blob)")
            database.execute("insert into drafts values (zeroblob(?))", (int(line) * 1024,))
        print("ok", flush=True)
    except sqlite3.Error as error:
        print(error.sqlite_errorname, flush=True)
"""


@dataclass(frozen=True)
class Writer:
    """A process that writes into a database when told so."""

    process: subprocess.Popen[str]

    def write(self, kilobytes: int) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{kilobytes}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


def _command(database: Path) -> list[str]:
    return [sys.executable, "-c", _WRITER, str(database)]


@contextmanager
def _started(command: Sequence[str]) -> Iterator[Writer]:
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Writer(process)
        assert process.stdin
        process.stdin.close()


def test_a_process_that_may_not_make_files_longer_cannot_write_until_it_may(tmp_path: Path) -> None:
    with _started(_command(tmp_path / "drafts.sqlite3")) as writer:
        assert writer.write(100) == "ok"
        with limits.full_disk(writer.process.pid, at=50_000):
            assert writer.write(100) == "SQLITE_IOERR_WRITE"
        assert writer.write(100) == "ok"


@pytest.mark.skipif(not limits.can_mount(), reason="no disk can be mounted here")
@pytest.mark.parametrize(("left", "answer"), [(64, "SQLITE_FULL"), (0, "SQLITE_IOERR_SHMSIZE")])
def test_a_small_disk_is_full_until_there_is_room(tmp_path: Path, left: int, answer: str) -> None:
    command = limits.on_small_disk(_command(tmp_path / "drafts.sqlite3"), directory=tmp_path, megabytes=4)
    with _started(command) as writer:
        assert writer.write(100) == "ok"
        ballast = limits.seen_by(writer.process.pid, tmp_path) / "ballast"
        limits.fill(ballast, leave=left * 1024)
        assert writer.write(100) == answer
        ballast.unlink()
        assert writer.write(100) == "ok"
    assert list(tmp_path.iterdir()) == [], "the disk was the process's own"


def test_a_closed_directory_cannot_be_written_even_by_root(tmp_path: Path) -> None:
    database = tmp_path / "drafts.sqlite3"
    with _started(limits.without_override(_command(database))) as writer:
        with limits.read_only(tmp_path):
            assert writer.write(1) == "SQLITE_CANTOPEN"
        assert writer.write(1) == "ok"
        with limits.read_only(tmp_path):
            assert writer.write(1) == "SQLITE_READONLY_DIRECTORY"
        assert writer.write(1) == "ok"
