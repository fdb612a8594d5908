"""The two commands: settings, set-up only when needed, and no silent skip."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import make
from tests import chromium, needs

ROOT = Path(make.__file__).parent
ALL = ("browser", "firefox", "postgresql", "nginx", "newman")


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


def _finder(*, found: bool) -> Callable[[], str | None]:
    return lambda: "/it" if found else None


def _with(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    """The machine has these programs and no others, and we may not install."""
    here = [replace(need, find=_finder(found=need.marker in found)) for need in needs.NEEDS]
    monkeypatch.setattr(needs, "NEEDS", tuple(here))
    monkeypatch.setattr(needs, "may_install", lambda: False)
    for name in ("WITHOUT", *(need.setting for need in here)):
        monkeypatch.setenv(name, "")


def test_all_tests_run_where_everything_is_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    run = _checks(monkeypatch)
    _with(monkeypatch, *ALL)
    assert make.test() == 0
    assert run[-1] == ("pytest", *make.AT_ONCE)
    assert {check[0] for check in run} == {"ruff", "mypy", "lint-imports", "pytest"}


@pytest.mark.parametrize("marker", ALL)
def test_without_one_of_them_the_rest_runs_and_the_command_fails(
    marker: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = _checks(monkeypatch)
    _with(monkeypatch, *set(ALL) - {marker})
    assert make.test() == 1
    assert run[-1] == ("pytest", *make.AT_ONCE, "-m", f"not {marker}")
    assert f"The {marker} tests were NOT run: no " in capsys.readouterr().err


def test_without_all_of_them_the_rest_runs_and_the_command_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    run = _checks(monkeypatch)
    _with(monkeypatch)
    assert make.test() == 1
    assert run[-1] == (
        "pytest",
        *make.AT_ONCE,
        "-m",
        "not browser and not firefox and not postgresql and not nginx and not newman",
    )


@pytest.mark.parametrize("asked", [*ALL, "nginx,browser", ",".join(ALL)])
def test_tests_are_left_out_when_asked_and_that_is_said(
    asked: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run, names = _checks(monkeypatch), asked.split(",")
    _with(monkeypatch, *set(ALL) - set(names))
    monkeypatch.setenv("WITHOUT", asked)
    assert make.test() == 0
    assert run[-1] == ("pytest", *make.AT_ONCE, "-m", " and ".join(f"not {name}" for name in names))
    said = capsys.readouterr().out
    assert [name for name in names if f"The {name} tests are left out" in said] == names


def test_leaving_out_what_is_not_known_is_answered_with_the_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WITHOUT", "browser,nginks")
    assert make.test() == 2
    assert capsys.readouterr().err.startswith("Usage:")


@pytest.mark.parametrize("failing", ["ruff", "mypy", "lint-imports", "pytest"])
def test_one_failed_check_fails_the_command(failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run = _checks(monkeypatch, failing=failing)
    _with(monkeypatch, *ALL)
    assert make.test() == 1
    assert run[-1][0] == "pytest", "the tests run all the same"


def test_a_browser_named_by_the_environment_is_the_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "browser"
    browser.touch()
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert chromium.find() == str(browser)
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing-here"))
    assert chromium.find() is None


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("exec make test")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
