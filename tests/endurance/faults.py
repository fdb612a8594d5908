"""The tests that take long, and what they counted."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.load.report import Report

ROOT = Path(__file__).resolve().parents[2]
LONG = ["--long", "-m", "long"]
_HEAD = ("test", "with", "result", "seconds", "counted")


def report(options: list[str]) -> Report:
    """Run the tests that are chosen by these options of pytest."""
    with TemporaryDirectory() as directory:
        results = Path(directory, "results.xml")
        command = [sys.executable, "-m", "pytest", "-o", "junit_family=xunit1", f"--junitxml={results}", *options]
        code = subprocess.call(command, cwd=ROOT)
        found = ET.parse(results).getroot() if results.exists() else ET.Element("none")  # noqa: S314 - pytest's own
    told = Report()
    told.table("", _HEAD)
    for row in rows(found):
        told.row(row)
    told.verdict("all pass", met=code == 0)
    return told


def rows(results: ET.Element) -> Iterator[tuple[str, ...]]:
    """A row for each test: its name, what it was run with, what came of it."""
    for case in results.iter("testcase"):
        name, _, parameters = case.get("name", "").removeprefix("test_").partition("[")
        module = case.get("classname", "").rpartition(".")[2].removeprefix("test_")
        counted = ", ".join(f"{found.get('name')}: {found.get('value')}" for found in case.iter("property"))
        failed = case.find("failure") is not None or case.find("error") is not None
        words = f"{module}: {name}".replace("_", " ")
        result = "FAILED" if failed else "passed"
        seconds = round(float(case.get("time", "0")))
        yield words, parameters.rstrip("]").replace("-", ", "), result, str(seconds), counted
