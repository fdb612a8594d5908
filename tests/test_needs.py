"""What tests need of the machine: installed where we may, for its programs alone; a wrong name is said."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests import needs, nginx
from tests.needs import NEEDS, Need

each = pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.marker)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that keep services away, in a folder of our own."""
    moved = [(tmp_path / path.parent.name / path.name, text) for path, text in needs._NO_SERVICES]  # noqa: SLF001
    monkeypatch.setattr(needs, "_NO_SERVICES", moved)
    return [path for path, _ in moved]


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch, files: list[Path]) -> list[tuple[list[str], bool]]:
    """Calls of apt-get, none of which is made, and whether services were kept away meanwhile."""
    calls: list[tuple[list[str], bool]] = []

    def call(command: list[str], **_: object) -> int:
        calls.append((command[:2] + command[4:], all(path.exists() for path in files)))
        return 0

    monkeypatch.setattr(needs, "may_install", lambda: True)
    monkeypatch.setattr(subprocess, "call", call)
    for need in NEEDS:
        monkeypatch.setenv(need.setting, "")
    return calls


def test_what_is_missing_is_installed_at_once_and_no_service_with_it(
    apt: list[tuple[list[str], bool]], files: list[Path]
) -> None:
    gone = [replace(need, find=lambda: "/there" if apt else None) for need in NEEDS]
    assert needs.provide(gone) == {}
    assert apt == [
        (["apt-get", "update"], True),
        (["apt-get", "install", "chromium", "firefox-esr", "postgresql", "nginx", "npm"], True),
    ]
    assert not any(path.exists() for path in files), "the machine is left as it was"


def test_what_keeps_services_away_already_stays(apt: list[tuple[list[str], bool]], files: list[Path]) -> None:
    files[0].parent.mkdir()
    files[0].write_text("#!/bin/sh\nexit 101 # theirs\n", "utf-8")
    needs.provide([replace(NEEDS[3], find=lambda: None)])
    assert len(apt) == 2
    assert [path.exists() for path in files] == [True, False]
    assert "theirs" in files[0].read_text("utf-8")


def test_nothing_is_installed_where_all_is_at_hand(apt: list[tuple[list[str], bool]]) -> None:
    assert needs.provide([replace(need, find=lambda: "/there") for need in NEEDS]) == {}
    assert apt == []


@each
def test_what_is_named_wrongly_is_said_and_nothing_installed(
    need: Need, apt: list[tuple[list[str], bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(need.setting, "/no/such/thing")
    assert needs.provide([need]) == {need.marker: f"there is no {need.name} at {need.setting}=/no/such/thing."}
    assert apt == []


def test_the_nginx_named_by_the_environment_is_the_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "nginx"
    program.touch(mode=0o755)
    monkeypatch.setenv("NGINX", str(program))
    assert nginx.find() == str(program)
