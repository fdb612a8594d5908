"""Every promise of the READMEs holds: commands run, lists are complete, links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import make
from exports import EXPORTERS
from wizard.catalog import reader
from wizard.cli.keeping import drafts

ROOT = Path(__file__).parents[1]
LANGUAGES = {"README.md": "en", "README.ru.md": "ru"}
READMES = {name: (ROOT / name).read_text("utf-8") for name in LANGUAGES}
OF_FUNNEL = 2
EVERYTHING = ["export", "p.yaml", "--format", "all", "-o", "out"]
each_readme = pytest.mark.parametrize("name", READMES)


def _rows(text: str) -> dict[str, list[str]]:
    """Table rows that begin with something in code marks, commands left out: its text and the other cells.

    A funnel has two of them, a format one.
    """
    rows = re.findall(r"^\| `([^` ]+)` \|(.*)\|$", text, re.MULTILINE)
    return {first: [cell.strip() for cell in rest.split("|")] for first, rest in rows}


def _commands(text: str) -> list[list[str]]:
    return [shlex.split(line) for line in re.findall(r"^python -m wizard (.+)$", text, re.MULTILINE)]


@each_readme
def test_the_funnels_told_of_are_in_the_catalogue(name: str) -> None:
    """Adding one is adding one file: the README need not know it."""
    language = LANGUAGES[name]
    for row, (words, base) in ((r, cells) for r, cells in _rows(READMES[name]).items() if len(cells) == OF_FUNNEL):
        funnel = reader.funnel(row)
        assert (words, bool(base)) == (getattr(funnel.name, language), funnel.base)


@each_readme
def test_there_are_as_many_funnels_and_industries_as_told(name: str) -> None:
    listed = {row for row, cells in _rows(READMES[name]).items() if len(cells) == OF_FUNNEL}
    base = {funnel.id for funnel in reader.funnels() if funnel.base}
    assert (len(base), base - listed) == (7, set())
    assert len(listed) == 7 + 4
    (told,) = re.findall(r"(\d+) (?:industries|отрас)", READMES[name])
    assert int(told) <= len([i for i in reader.industries() if i.id != "general"])


@each_readme
def test_formats_are_the_exporters(name: str) -> None:
    told = [row for row, cells in _rows(READMES[name]).items() if len(cells) != OF_FUNNEL]
    assert told == [exporter.id for exporter in EXPORTERS]


@each_readme
def test_the_operator_s_commands_are_those_there_are(name: str) -> None:
    told = re.findall(r"`drafts (\w+)\b[^`]*`", READMES[name])
    assert set(told) == set(drafts.commands)


@each_readme
def test_make_knows_the_commands_and_settings(name: str) -> None:
    told = re.findall(r"(?:make|make\.py) (run|workshop|test)\b", READMES[name])
    targets = re.findall(r"^([a-z ]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(told) == {"run", "workshop", "test"} == set(" ".join(targets).split())
    assert set(re.findall(r"`[^`\n]*?\b([A-Z]+)=[^`\n]*`", READMES[name])) == set(make.SETTINGS)


@each_readme
def test_relative_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", READMES[name])
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


@each_readme
def test_the_command_line_does_what_is_shown(name: str, tmp_path: Path) -> None:
    """The examples are run as they stand, one after another."""
    commands = _commands(READMES[name])
    shown = {"new", "lint", "check-names", "audit", "export", "funnels", "industries", "rules", "drafts"}
    assert {command[0] for command in commands} == shown
    (tmp_path / "names.txt").write_text("Думает\nDemo held\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    is_first = name == next(iter(READMES))
    for command in commands:
        if command == EVERYTHING and not is_first:  # the same in each, and it takes as long as all the others
            continue
        done = subprocess.run(
            [sys.executable, "-m", "wizard", *command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    assert EVERYTHING in commands
    if is_first:
        assert len(list((tmp_path / "out").iterdir())) == len(EXPORTERS)


@each_readme
def test_the_browser_s_statistics_are_off_and_strangers_cannot_reach_the_server(name: str) -> None:
    config = (ROOT / ".streamlit/config.toml").read_text("utf-8")
    assert 'address = "127.0.0.1"' in config
    assert "gatherUsageStats = false" in config
    assert "enableXsrfProtection = true" in config
    assert "enableCORS = true" in config
    assert "STREAMLIT_SERVER_ADDRESS" in READMES[name]
