"""The command `check-names`: a judgement a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.command_line import refusal, run
from wizard.cli import main

pytestmark = pytest.mark.usefixtures("empty_directory")


def test_names_are_judged_in_their_order_one_a_line() -> None:
    Path("names.txt").write_text("Думает\n\n1. ЗАМЕР!!!\nAwaiting payment\nЗамер проведён\nДумает\n", "utf-8")
    result = run("check-names", "names.txt", "--format", "json")
    found = json.loads(result.stdout)

    assert result.exit_code == 0
    assert [(each["name"], each["lang"], each["severity"], each["rule"]) for each in found] == [
        ("Думает", "ru", "error", "stage-waits"),
        ("1. ЗАМЕР!!!", "ru", "warning", "stage-bare-noun"),
        ("Awaiting payment", "en", "error", "stage-waits"),
        ("Замер проведён", "ru", "ok", None),
        ("Думает", "ru", "error", "stage-waits"),
    ]
    assert [bool(each["reason"]) for each in found] == [True, True, True, False, True]
    assert found[1]["rewrites"] == ["Замер проведён"]


def test_names_are_judged_by_the_kind_of_their_funnel() -> None:
    judged = CliRunner().invoke(main, ["check-names", "--kind", "delivery"], input="В производстве\n")
    sales = CliRunner().invoke(main, ["check-names", "-"], input="В производстве\n")

    assert judged.stdout.startswith("Можно лучше: В производстве")
    assert sales.stdout.startswith("Нужно исправить: В производстве")


@pytest.mark.parametrize("data", [None, b"\xff\xfe\x00"])
def test_names_that_cannot_be_read_are_refused(data: bytes | None) -> None:
    if data is not None:
        Path("names.txt").write_bytes(data)

    assert "names.txt" in refusal(run("check-names", "names.txt"))
