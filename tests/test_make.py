"""The two commands: settings, set-up only when needed, and no silent skip."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import make
from tests import chromium

ROOT = Path(make.__file__).parent


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The commands, at home in an empty folder with a requirement."""
    (tmp_path / "requirements.txt").write_text("thing>=1,<2\n", "utf-8")
    monkeypatch.setattr(make, "ROOT", tmp_path)
    monkeypatch.setattr(make, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(make, "PYTHON", Path(sys.executable))
    (tmp_path / ".venv").mkdir()
    return tmp_path


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Calls of the environment's Python, none of which is made."""
    calls: list[tuple[str, ...]] = []

    def works(*arguments: str, shown: bool = False) -> bool:
        calls.append((*arguments, "shown") if shown else arguments)
        return True

    monkeypatch.setattr(make, "works", works)
    return calls


@pytest.mark.parametrize("arguments", [[], ["serve"], ["test", "WITHOUT"], ["run", "COLOUR=red"]])
def test_what_is_not_understood_is_answered_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert make.main(arguments) == 2
    assert capsys.readouterr().err.startswith("Usage:")


@pytest.mark.usefixtures("elsewhere")
def test_installs_once_until_a_requirement_changes(elsewhere: Path, pip: list[tuple[str, ...]]) -> None:
    make.set_up(make.PRODUCT)
    make.set_up(make.PRODUCT)
    installs = [call for call in pip if "install" in call]
    assert len(installs) == 1
    (elsewhere / "requirements.txt").write_text("thing>=1.1,<2\n", "utf-8")
    make.set_up(make.PRODUCT)
    assert len([call for call in pip if "install" in call]) == 2


@pytest.mark.usefixtures("elsewhere")
def test_a_failed_installation_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "works", lambda *arguments, **_: "install" not in arguments)
    for _ in range(2):
        with pytest.raises(SystemExit, match="failed"):
            make.set_up(make.PRODUCT)


def _checks(monkeypatch: pytest.MonkeyPatch, *, failing: str = "") -> list[tuple[str, ...]]:
    run: list[tuple[str, ...]] = []

    def passes(*check: str) -> bool:
        run.append(check)
        return check[0] != failing

    monkeypatch.setattr(make, "set_up", lambda _: None)
    monkeypatch.setattr(make, "passes", passes)
    return run


def test_all_tests_run_where_there_is_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    run = _checks(monkeypatch)
    monkeypatch.delenv("WITHOUT", raising=False)
    monkeypatch.setattr(make, "without_browser", lambda: None)
    assert make.test() == 0
    assert run[-1] == ("pytest",)
    assert {check[0] for check in run} == {"ruff", "mypy", "lint-imports", "pytest"}


def test_without_a_browser_the_rest_runs_and_the_command_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = _checks(monkeypatch)
    monkeypatch.delenv("WITHOUT", raising=False)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(make, "may_install", lambda: False)
    monkeypatch.setattr(chromium, "find", lambda: None)
    assert make.test() == 1
    assert run[-1] == ("pytest", "-m", "not browser")
    assert "NOT run: no Chromium" in capsys.readouterr().err


def test_browser_tests_are_left_out_when_asked_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = _checks(monkeypatch)
    monkeypatch.setenv("WITHOUT", "browser")
    assert make.test() == 0
    assert run[-1] == ("pytest", "-m", "not browser")
    assert "left out" in capsys.readouterr().out


@pytest.mark.parametrize("failing", ["ruff", "mypy", "lint-imports", "pytest"])
def test_one_failed_check_fails_the_command(failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run = _checks(monkeypatch, failing=failing)
    monkeypatch.setenv("WITHOUT", "browser")
    assert make.test() == 1
    assert run[-1][0] == "pytest", "the tests run all the same"


def test_chromium_is_installed_where_we_may(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        calls.append(command)
        return 0

    found = iter([None, "/usr/bin/chromium"])  # before and after it is installed
    monkeypatch.setattr(make, "may_install", lambda: True)
    monkeypatch.setattr(chromium, "find", lambda: next(found))
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setenv("CHROMIUM", "")
    assert make.without_browser() is None
    assert [call[:2] for call in calls] == [["apt-get", "update"], ["apt-get", "install"]]


def test_a_browser_named_by_the_environment_is_the_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "browser"
    browser.touch()
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert chromium.find() == str(browser)
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing-here"))
    assert chromium.find() is None


def test_a_browser_named_wrongly_is_said_and_nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    monkeypatch.setattr(make, "may_install", lambda: pytest.fail("must not install"))
    assert "no-such-browser" in str(make.without_browser())


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("exec make test")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
