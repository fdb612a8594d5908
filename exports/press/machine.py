"""A process that makes files for the server, one after another; it ends when the server does."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO

from exports.press.channel import Kind, receive, send
from exports.press.job import Job

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 180.0  # seconds for one job
_LOG = logging.getLogger("voronka")


class MachineError(Exception):
    """The job could not be made, or the process ended over it."""


class Machine:
    """Begins with its first job, and stays for the next."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def make(self, job: Job) -> Iterator[tuple[Kind, bytes]]:
        """Names of what is ready, and at last the file; `MachineError` where there will be none."""
        watch = Timer(LONGEST, self.stop)
        watch.daemon = True
        watch.start()
        try:
            source, sink = self._pipes()
            send(sink, Kind.JOB, job.written)
            while (told := receive(source)) is not None:
                if told[0] is Kind.FAILED:
                    _LOG.error("a file could not be made (%s): %s", job.format, told[1].decode())
                    raise MachineError
                yield told
                if told[0] is Kind.MADE:
                    return
            raise MachineError
        except OSError as error:
            raise MachineError from error
        finally:
            watch.cancel()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            command = [sys.executable, "-m", "exports.press.making"]
            # What it says of errors goes where the server's own words go.
            self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        source, sink = self._process.stdout, self._process.stdin
        if source is None or sink is None:
            raise MachineError
        return source, sink

    def stop(self) -> None:
        """End it, whatever it is doing."""
        if self._process:
            self._process.kill()

    def close(self) -> None:
        """Nothing more will come: it ends by itself, or is ended."""
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):  # it may be gone already
                    pipe.close()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    @property
    def memory(self) -> int:
        """Bytes it holds now; 0 where the system does not say."""
        try:
            pages = Path(f"/proc/{self._process.pid if self._process else 0}/statm").read_text("utf-8").split()[1]
        except OSError:
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
