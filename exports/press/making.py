"""The program of a process that makes files: reads jobs, writes what came of each. `python -m exports.press.making`."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import IO

import exports
from exports.exporter import Files
from exports.press import looking
from exports.press.channel import Kind, receive, send
from exports.press.job import Job, read
from exports.zipped import zipped

Tell = Callable[[str], None]
# Pages are for people who wait now, files for those who wait anyway.
_PATIENCE = 19


def make(job: Job, tell: Tell) -> bytes:
    """The file, or what there is to see of it; every part that is ready is told by name."""
    if job.preview:
        return looking.of(job).written()
    exporter = exports.exporter(job.format)
    if exporter.files is None:
        return exporter.render(job.project, job.options)
    return zipped(_told(exporter.files(job.project, job.options), tell))


def _told(files: Files, tell: Tell) -> Iterator[tuple[str, bytes]]:
    for name, data in files:
        tell(name)
        yield name, data


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """One job after another, until nobody is there to send them."""
    while (told := receive(source)) is not None:
        try:
            made = make(read(told[1]), lambda name: send(sink, Kind.READY, name.encode()))
        except Exception as error:  # noqa: BLE001 - whatever it was, the next job may go well
            # Where it was and of what kind; its words may be those of the project.
            said = f"{''.join(traceback.format_tb(error.__traceback__))}{type(error).__name__}"
            send(sink, Kind.FAILED, said.encode())
        else:
            send(sink, Kind.MADE, made)


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(_PATIENCE)
    # What libraries print must not come between the messages.
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    serve(sys.stdin.buffer, answers)
