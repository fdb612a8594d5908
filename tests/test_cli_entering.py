"""`plan`, `apply`, `verify`, against a practice account on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from tests.amocrm.clock import Clock
from tests.amocrm.sandbox_server import serving
from tests.catalog.composed import composed
from wizard.amocrm import limiter
from wizard.amocrm.apply import Snapshot
from wizard.amocrm.sandbox import PRACTICE_KEY, Brand, Sandbox, SystemStages, Variant, births
from wizard.cli import main
from wizard.model.project import Language
from wizard.storage.project_file import dump, load

PROJECT = composed("for-silent", "general", Language.RU)


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(Variant(system_stages=SystemStages.REFUSED), limited=False)


@pytest.fixture
def url(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with serving(sandbox) as address:
        # Nobody counts requests there, so nobody has to wait.
        monkeypatch.setitem(limiter._limiters, urlsplit(address).netloc, Clock().limiter())  # noqa: SLF001
        yield address


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "project.yaml"
    path.write_bytes(dump(PROJECT))
    return path


def _run(*args: str | Path, key: str = PRACTICE_KEY) -> Result:
    given = {"VORONKA_AMOCRM_TOKEN": key, "VORONKA_AMOCRM_BASE_URL": ""}
    return CliRunner().invoke(main, [str(arg) for arg in args], env=given)


def test_plan_apply_verify_plan(url: str, file: Path, sandbox: Sandbox) -> None:
    where = ("--base-url", url)
    planned = _run("plan", file, *where)
    assert planned.exit_code == 2, planned.output
    assert "+ воронка «Первичная продажа»" in planned.stdout
    assert not any(seen.writes for seen in sandbox.seen)
    missing = _run("verify", file, *where)
    assert (missing.exit_code, missing.stdout.startswith("0 из ")) == (2, True)
    done = _run("apply", file, *where, "--yes")
    assert done.exit_code == 0, done.output
    assert "Вручную:" in done.stdout
    assert _run("verify", file, *where).exit_code == 0
    again = _run("plan", file, *where)
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (0, "Изменений нет.")


def test_the_stock_pipeline_is_adopted_and_the_same_command_then_finds_no_changes(url: str, file: Path) -> None:
    options = ("--base-url", url, "--adopt", "Первичная продажа=Воронка", "--format", "json")
    told = json.loads(_run("plan", file, *options).stdout)
    assert {"action": "update", "kind": "pipeline", "name": "Первичная продажа"}.items() <= told["changes"][0].items()
    assert told["changes"][0]["details"] == [{"what": "name", "old": "Воронка", "new": "Первичная продажа"}]
    counted = {action: sum(c["action"] == action for c in told["changes"]) for action in told["summary"]}
    assert told["summary"] == counted
    assert _run("apply", file, *options[:4], "--yes").exit_code == 0
    again = json.loads(_run("plan", file, *options).stdout)
    assert (again["summary"]["create"], again["summary"]["update"]) == (0, 0)
    assert again["checksum"] != told["checksum"]


def test_a_kept_plan_is_carried_out_unless_the_account_changed(
    url: str, file: Path, tmp_path: Path, sandbox: Sandbox
) -> None:
    kept = tmp_path / "plan.json"
    _run("plan", file, "--base-url", url, "--all-pipelines", "-o", kept)
    shown = _run("apply", kept, "--base-url", url)
    assert (shown.exit_code, len(sandbox.account.pipelines)) == (1, 1)
    before = sandbox.account
    stock = before.pipelines[0]
    sandbox.account = before.with_pipeline(replace(stock, name=PROJECT.pipelines[0].name))
    refused = _run("apply", kept, "--base-url", url, "--yes")
    assert refused.exit_code == 1
    assert refused.stderr.splitlines()[1:] == [f"воронка «{PROJECT.pipelines[0].name}»: появилось"]
    sandbox.account = before
    assert _run("apply", kept, "--base-url", url, "--yes").exit_code == 0
    assert len(sandbox.account.pipelines) == 1 + len(PROJECT.pipelines)


def test_bindings_are_written_back_when_asked_for(url: str, file: Path) -> None:
    assert _run("apply", file, "--base-url", url, "--yes", "--save-bindings").exit_code == 0
    bound = load(file.read_bytes())
    locals_ = {binding.local for binding in bound.bindings}
    first = bound.launched()[0]
    assert f"pipelines/{first.id}/stages/{first.stages[0].id}" in locals_
    renamed = bound.with_pipeline(first.changed(name="Совсем другое имя"))
    file.write_bytes(dump(renamed))
    told = json.loads(_run("plan", file, "--base-url", url, "--format", "json").stdout)
    assert [(c["action"], c["name"]) for c in told["changes"] if c["action"] in ("create", "update")] == [
        ("update", "Совсем другое имя")
    ]


def test_what_cannot_be_used_exits_with_one(url: str, file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"checksum": "1", "plan": {}}', "utf-8")
    for args in (
        ("plan", tmp_path / "nothing.yaml", "--base-url", url),
        ("plan", file, "--base-url", url, "--adopt", "Нет=Воронка"),
        ("plan", file, "--base-url", url, "--remove", "Воронка/Нет=Нет"),
        ("plan", file, "--base-url", url, "--unknown"),
        ("plan", file, "--base-url", "http://127.0.0.1:1"),
        ("apply", broken, "--base-url", url, "--yes"),
        ("apply", file, "--base-url", url),
        ("verify", file),
    ):
        done = _run(*args)
        assert done.exit_code == 1, (args, done.output)
    assert _run("verify", file, "--base-url", url, key="другой").exit_code == 1


def test_what_amocrm_would_refuse_is_not_even_sent(url: str, file: Path, sandbox: Sandbox) -> None:
    first = PROJECT.launched()[0]
    file.write_bytes(dump(PROJECT.with_pipeline(first.changed(name=""))))
    done = _run("apply", file, "--base-url", url, "--yes")
    assert (done.exit_code, done.stderr.startswith("Проект пока нельзя внести")) == (1, True)
    assert not any(seen.writes for seen in sandbox.seen)


def test_stages_and_pipelines_go_by_name_after_a_second_confirmation(url: str, file: Path, sandbox: Sandbox) -> None:
    stock = sandbox.account.pipelines[0]
    first = PROJECT.pipeline("first_sale")
    count = sum(lead.stage == stock.own[0].id for lead in sandbox.account.leads)
    away = births.pipeline(sandbox.account, "Старая = ненужная", brand=Brand.AMOCRM, own=[("Думает", "#fffeb2")])
    sandbox.account = births.leads(away, away.pipelines[1], deals=[("Сделка", 1, away.pipelines[1].own[0])], now=0)
    options = (
        *("--base-url", url, "--adopt", "first_sale=Воронка"),
        *("--remove", f"Воронка / {stock.own[0].name}={first.stages[0].name}"),
        *("--remove", f"старая = ненужная={first.name}/{first.stages[1].name}"),
    )
    planned = json.loads(_run("plan", file, *options, "--format", "json").stdout)
    removals = [c for c in planned["changes"] if c["kind"] in ("removal", "pipeline_removal")]
    assert [(c["name"], [d["new"] for d in c["details"]]) for c in removals] == [
        (f"Воронка / {stock.own[0].name}", [first.stages[0].name, str(count)]),
        ("Старая = ненужная", [f"{first.name} / {first.stages[1].name}", "1"]),
    ]
    refused = _run("apply", file, *options, "--yes")
    assert (refused.exit_code, refused.stderr.splitlines()[1][-22:]) == (1, "и добавьте --removing.")
    assert not any(seen.writes for seen in sandbox.seen)
    done = _run("apply", file, *options, "--yes", "--removing")
    assert done.exit_code == 0, done.output
    assert "- Убранные этапы не вернутся" in done.stdout
    assert "Старая = ненужная" not in {pipeline.name for pipeline in sandbox.account.pipelines}
    assert stock.own[0].id not in {stage.id for pipeline in sandbox.account.pipelines for stage in pipeline.own}


def test_the_account_as_it_was_is_kept_beside_the_project(url: str, file: Path, tmp_path: Path) -> None:
    done = _run("apply", file, "--base-url", url, "--yes")
    kept = tmp_path / "project.yaml.before.json"
    assert f"записано в {kept}" in done.stdout
    assert [p.name for p in Snapshot.model_validate_json(kept.read_bytes()).before.pipelines] == ["Воронка"]
    again = _run("apply", file, "--base-url", url, "--yes", "--snapshot", tmp_path / "other.json")
    assert (again.exit_code, (tmp_path / "other.json").exists()) == (0, False)
