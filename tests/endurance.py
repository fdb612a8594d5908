"""Runs the tests that take long and writes what they counted to docs/endurance.md: `python -m tests.endurance`.

Options are passed on to pytest, so that a part can be tried: `python -m tests.endurance -k kills`; such a run writes
nothing.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "endurance.md"
_INTRODUCTION = """\
# Endurance

What the tests counted that take too long for `make test`. Written by `python -m tests.endurance`, which runs them all:
the server killed fifty times in mid-edit, PostgreSQL stopped for ten seconds, a hundred steps of undo and redo, starts
together on an empty database, and with PostgreSQL what `make test` tries with SQLite only.

"""
_HEAD = "| test | with | result | seconds | counted |\n| --- | --- | --- | --- | --- |\n"


def main(options: list[str]) -> int:
    with TemporaryDirectory() as directory:
        results = Path(directory, "results.xml")
        chosen = ["--long", "-m", "long", "-o", "junit_family=xunit1", f"--junitxml={results}", *options]
        code = subprocess.call([sys.executable, "-m", "pytest", *chosen], cwd=ROOT)
        if results.exists() and not options:
            PAGE.write_text(page(ET.parse(results).getroot()), "utf-8")  # noqa: S314 - pytest's own
    return code


def page(results: ET.Element) -> str:
    """The page of a run."""
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{_INTRODUCTION}Last run: {time.strftime('%Y-%m-%d')}, {system}.\n\n{_HEAD}{''.join(_rows(results))}"


def _rows(results: ET.Element) -> Iterator[str]:
    for case in results.iter("testcase"):
        name, _, parameters = case.get("name", "").removeprefix("test_").partition("[")
        module = case.get("classname", "").rpartition(".")[2].removeprefix("test_")
        counted = ", ".join(f"{found.get('name')}: {found.get('value')}" for found in case.iter("property"))
        failed = case.find("failure") is not None or case.find("error") is not None
        words = f"{module}: {name}".replace("_", " ")
        result = "FAILED" if failed else "passed"
        seconds = round(float(case.get("time", "0")))
        yield f"| {words} | {parameters.rstrip(']').replace('-', ', ')} | {result} | {seconds} | {counted} |\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
