"""Runs what takes long and writes what it measured to docs/endurance.md, load.md and workshop.md.

    python -m tests.endurance [--quick] [--pytest=OPTIONS] [faults] [load] [soak] [workshop]

`faults` are the tests marked as long, `load` is how many people a server carries, `soak` is twenty minutes of people
while memory is watched, `workshop` is a room with thirty phones; all four take about an hour. Text around the tables
is written by hand and left alone. With `--quick` a little of each is tried, and with `--pytest="-k kills"` some of the
faults; then nothing is written.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable

from benchmarks.load import run, workshop
from benchmarks.load.report import Report
from tests.endurance import faults, page

# For a look: three kills of the server.
_QUICK = ["tests/faults/test_kills.py"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.endurance")
    parser.add_argument(
        "parts", nargs="*", metavar="part", help="faults, load, soak, workshop; without any, all of them"
    )
    parser.add_argument("--quick", action="store_true", help="a little of each; nothing is written")
    parser.add_argument("--pytest", default="", metavar="OPTIONS", help="of pytest, for the faults")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(_PARTS):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    asked = run.QUICK if given.quick else run.USUAL
    options = [*(_QUICK if given.quick else faults.LONG), *shlex.split(given.pytest)]
    found = [_measured(part, asked, options) for part in _PARTS if part in (given.parts or _PARTS)]
    return 0 if all(found) else 1


def _measured(part: str, asked: run.Asked, options: list[str]) -> bool:
    """Measure one part; its page is written when that was the whole of it."""
    report = _PARTS[part](asked, options)
    if asked is run.USUAL and options == faults.LONG:
        page.write(part, report.markdown)
    return report.met


_PARTS: dict[str, Callable[[run.Asked, list[str]], Report]] = {
    "faults": lambda _asked, options: faults.report(options),
    "load": lambda asked, _options: run.load(asked),
    "soak": lambda asked, _options: run.soak(asked),
    "workshop": lambda asked, _options: workshop.measured(workshop.QUICK if asked is run.QUICK else workshop.USUAL),
}


if __name__ == "__main__":
    sys.exit(main())
