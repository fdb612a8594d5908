"""A full disk and a directory that cannot be written, for a process of the tests; Linux.

A process that may not make its files longer (`full_disk`, while it runs), a real disk of a few megabytes
(`on_small_disk`, from its start), and a directory closed even to root (`without_override` from its start, `read_only`
while it runs). What SQLite answers to each is in `test_limits.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

# Root passes over permissions by these; a program started without them in its bounding set never has them.
_OVERRIDE = "-dac_override,-dac_read_search"
_MOUNT = 'mount -t tmpfs -o "size=$1,mode=1777" tmpfs "$2" && shift 2 && exec "$@"'


@contextmanager
def full_disk(process: int, *, at: int = 0) -> Iterator[None]:
    """Meanwhile this process can make no file longer than so many bytes; its logs neither."""
    import resource  # noqa: PLC0415 - not on every system on which the tests are collected

    usual = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (at, usual[1]))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, usual)


def can_mount() -> bool:
    """Whether a process may have a disk of its own here: root outside of most containers."""
    command = on_small_disk(["true"], directory=Path("/mnt"), megabytes=1)
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True, check=False).returncode == 0


def on_small_disk(command: Sequence[str], *, directory: Path, megabytes: int) -> list[str]:
    """The command, for which this directory is a disk of its own; it is gone when the process ends.

    Other processes see it under `seen_by`: they can fill it up and make room again.
    """
    return ["unshare", "--mount", "sh", "-c", _MOUNT, "sh", f"{megabytes}m", str(directory), *command]


def seen_by(process: int, directory: Path) -> Path:
    """What this directory is to that process."""
    return Path(f"/proc/{process}/root{directory}")


def fill(ballast: Path, *, leave: int = 0) -> None:
    """Fill the disk of this file up, but for so many bytes."""
    room = shutil.disk_usage(ballast.parent).free
    ballast.write_bytes(b"x" * (room - leave))


def without_override(command: Sequence[str]) -> list[str]:
    """The command, for which permissions count even if we are root."""
    if os.geteuid() != 0:
        return list(command)
    return ["setpriv", f"--bounding-set={_OVERRIDE}", "--inh-caps=-all", *command]


@contextmanager
def read_only(directory: Path) -> Iterator[None]:
    """Meanwhile nothing in this directory can be made, changed or deleted.

    What a process has open for writing already stays so: it has to open the file anew to notice.
    """
    usual = {path: path.stat().st_mode & 0o7777 for path in (directory, *directory.rglob("*"))}
    for path in usual:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path, mode in usual.items():
            path.chmod(mode)
