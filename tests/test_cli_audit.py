"""`audit` on the command line: three formats, files and standard input, and what cannot be used."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.audit.bodies import dumped, stock
from wizard.cli import main
from wizard.model.project import Step

ROOT = Path(__file__).parents[1]
STOCK = "Первичный контакт > Отправили > Переговоры > Принимают решение"


def _run(*args: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ("audit", *args), input=given)


@pytest.fixture
def stages(tmp_path: Path) -> str:
    path = tmp_path / "stages.txt"
    path.write_text(STOCK, "utf-8")
    return str(path)


def test_people_are_told_how_many_steps_are_in_order_and_no_score(stages: str) -> None:
    result = _run(stages)
    first, *_ = result.stdout.splitlines()
    assert (result.exit_code, first) == (0, "В порядке 0 шагов из 6. Ещё о 4 шагах здесь ничего не видно.")
    assert "Станет: «Условия согласованы»" in result.stdout
    assert "балл" not in result.stdout


def test_programs_are_told_findings_as_by_lint_with_a_score(stages: str) -> None:
    result = _run(stages, "--format", "json", "--lang", "en")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert set(told) == {"findings", "score", "steps", "unknown", "notes", "guesses"}
    lint = {"rule", "set", "severity", "path", "pipeline", "stage", "message", "fixable", "kept"}
    assert all(set(finding) == lint for finding in told["findings"])
    assert list(told["steps"]) == list(Step)
    assert 0 <= told["score"] <= 100
    assert told["steps"]["stages"]["score"] <= 40
    assert told["steps"]["shape"] == {"state": "unknown", "score": None, "findings": 0, "good": []}
    assert told["guesses"] == [{"pipeline": "Воронка", "goal_type": "first_payment"}]
    assert {unknown["step"] for unknown in told["unknown"]} == set(Step)


def test_paper_gets_a_page_that_stands_alone(stages: str) -> None:
    page = _run(stages, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "@media print" in page
    assert not re.search(r"<script|<link|<img|src=|https?://", page)


def test_standard_input_is_read_too() -> None:
    assert _run("-", given=STOCK).exit_code == 0
    assert "«Переговоры»" in _run("-", given=dumped(stock()).decode()).stdout


@pytest.mark.parametrize("shape", ["text", "json", "html"])
def test_what_cannot_be_used_is_said_in_a_sentence(tmp_path: Path, shape: str) -> None:
    path = tmp_path / "answer.json"
    path.write_bytes(b'{"title": "Unauthorized", "status": 401}')
    for result in (_run(str(path), "--format", shape), _run(str(tmp_path / "none"), "--format", shape)):
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr.splitlines()) == 1


def test_an_account_with_errors_is_no_failure() -> None:
    assert _run("-", given="Думает\nДумает").exit_code == 0


def test_the_program_reads_bytes_whatever_the_console_is() -> None:
    command = [sys.executable, "-m", "wizard", "audit", "-"]
    done = subprocess.run(command, cwd=ROOT, input=STOCK.encode("cp1251"), capture_output=True, check=True)
    assert "«Переговоры»" in done.stdout.decode("utf-8")
