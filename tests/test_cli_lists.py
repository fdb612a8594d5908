"""The commands that list funnels, industries and rules, and what holds for all of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import first_words, refusal, run
from wizard.catalog import reader
from wizard.lint.rules import RULES

pytestmark = pytest.mark.usefixtures("empty_directory")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_there_is_is_listed_by_id(language: str) -> None:
    lists = [run(command, "--lang", language) for command in ("funnels", "industries", "rules")]
    assert [first_words(result) for result in lists] == [
        [funnel.id for funnel in reader.funnels()],
        [industry.id for industry in reader.industries()],
        [rule.id for rule in RULES],
    ]
    assert [result.exit_code for result in lists] == [0, 0, 0]
    assert "{" not in lists[0].stdout


def test_a_listed_rule_says_its_set_severity_and_title() -> None:
    line = next(line for line in run("rules").stdout.splitlines() if line.startswith("no-fact "))
    assert line.split(maxsplit=3) == ["no-fact", "method", "error", "Нет условия перехода"]


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_a_rule_is_explained_with_its_examples(rule: str) -> None:
    result = run("rules", rule)
    heading, *_ = result.stdout.splitlines()
    assert (result.exit_code, heading.split()[0]) == (0, rule)
    assert "Source" in result.stdout
    assert "Так правило не возражает:\n  {" in result.stdout
    assert "Так правило находит ошибку:\n  {" in result.stdout


def test_an_unknown_rule_is_told_with_the_nearest_ones() -> None:
    told = refusal(run("rules", "no-facts", "--lang", "en"))
    assert told.startswith("There is no rule “no-facts”. The nearest: no-fact, ")


def test_output_is_utf_8_whatever_the_console_is() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1251", "PYTHONUTF8": "0"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    command = [sys.executable, "-m", "wizard"]
    listed = subprocess.run([*command, "industries"], env=environment, capture_output=True, check=True)
    refused = subprocess.run([*command, "rules", "нет"], env=environment, capture_output=True, check=False)
    assert "Мебель на заказ" in listed.stdout.decode("utf-8")
    assert (refused.returncode, refused.stderr.decode("utf-8").split(".")[0]) == (2, "Правила «нет» нет")


def test_without_a_command_the_help_is_shown() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(
        command in result.stdout
        for command in ("new", "lint", "check-names", "audit", "export", "funnels", "industries", "rules")
    )
