"""`account check` and `pull`, against an account on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.amocrm.answers import EXISTING
from tests.amocrm.served import served
from tests.amocrm.test_account import BODIES
from tests.amocrm.test_tokens import key
from wizard.audit.pull import pulled
from wizard.cli import main
from wizard.storage.project_file import load

KEY = key(exp=4_102_444_800)


@pytest.fixture
def url() -> Iterator[str]:
    with served(BODIES, KEY) as address:
        yield address


def _run(*args: str, **environment: str) -> Result:
    clean = {"VORONKA_AMOCRM_TOKEN": "", "VORONKA_AMOCRM_BASE_URL": ""}
    return CliRunner().invoke(main, args, env={**clean, **environment})


def _refusal(result: Result) -> str:
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_a_check_says_whose_account_it_is(url: str) -> None:
    done = _run("account", "check", "--base-url", url, "--lang", "en", VORONKA_AMOCRM_TOKEN=f" {KEY}\n")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:3] == [
        f"Account “Дом и окна”, {url.removeprefix('http://')}.",
        "The key belongs to an administrator: changes can be made.",
        "Loss reasons are on.",
    ]
    assert "January 1, 2100" in done.stdout


def test_the_operator_s_address_stands_for_every_account(url: str) -> None:
    done = _run("account", "check", "--account", "dom", "--token-env", "KEY", KEY=KEY, VORONKA_AMOCRM_BASE_URL=url)
    assert done.exit_code == 0, done.stderr


def test_an_account_becomes_a_project_file(url: str, tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    done = _run("pull", "--base-url", url, "-o", str(file), VORONKA_AMOCRM_TOKEN=KEY)
    assert (done.exit_code, done.stdout) == (0, f"{file}\n")
    assert load(file.read_bytes()) == pulled(EXISTING)
    again = _run("pull", "--base-url", url, "-o", str(file), VORONKA_AMOCRM_TOKEN=KEY)
    assert "--force" in _refusal(again)


def test_what_is_missing_is_named() -> None:
    assert "--account" in _refusal(_run("account", "check", VORONKA_AMOCRM_TOKEN=KEY))
    assert "VORONKA_AMOCRM_TOKEN" in _refusal(_run("account", "check", "--account", "dom"))
    assert "OTHER" in _refusal(_run("account", "check", "--account", "dom", "--token-env", "OTHER"))


def test_refusals_are_one_sentence_without_the_key(url: str) -> None:
    wrong = KEY[:-1] + "X"
    for args, environment in (
        (("--base-url", url), wrong),
        (("--base-url", "http://127.0.0.1:1"), wrong),
        (("--base-url", "http://10.0.0.1"), wrong),
        (("--account", "evil.com"), wrong),
        (("--account", "dom"), "не ключ"),
    ):
        said = _refusal(_run("account", "check", *args, VORONKA_AMOCRM_TOKEN=environment))
        assert said.count("\n") == 1
        assert environment not in said
        assert "Traceback" not in said


def test_the_key_is_never_an_argument() -> None:
    for command in (("account", "check"), ("pull",)):
        assert "--token " not in _run(*command, "--help").stdout
