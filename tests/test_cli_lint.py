"""The command `lint`: findings in sentences and as JSON, and files that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import BROKEN, refusal, run, saved, shop
from wizard.i18n.translator import translator
from wizard.lint import runner
from wizard.lint.wording import message
from wizard.model.edits.project import keep_finding
from wizard.model.project import KeptFinding, Project
from wizard.storage.errors import FileError

pytestmark = pytest.mark.usefixtures("empty_directory")


def _checked(file: str, *args: str) -> tuple[int, dict[str, Any]]:
    result = run("lint", file, "--format", "json", *args)
    assert result.stderr == ""
    return result.exit_code, json.loads(result.stdout)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_findings_are_told_in_json_in_the_language_asked_for(language: str) -> None:
    code, told = _checked(saved(BROKEN), "--lang", language)
    report, tr = runner.run(BROKEN, strict=True), translator(language)
    assert (code, set(told)) == (1, {"findings", "summary"})
    assert [(f["rule"], f["path"], f["message"]) for f in told["findings"]] == [
        (f.rule, f.path, message(f, tr)) for f in report.findings
    ]
    keys = ["rule", "set", "severity", "path", "pipeline", "stage", "message", "fixable", "kept"]
    assert all(list(found) == keys for found in told["findings"])


def test_a_finding_names_its_funnel_and_stage() -> None:
    unproved = BROKEN.pipelines[0].stage("offered").changed(proof="")
    _, told = _checked(saved(BROKEN.with_pipeline(BROKEN.pipelines[0].with_stage(unproved))))
    assert next(found for found in told["findings"] if found["rule"] == "no-fact") == {
        "rule": "no-fact",
        "set": "method",
        "severity": "error",
        "path": "pipelines/sale/stages/offered/proof",
        "pipeline": "Продажа",
        "stage": "Предложение обсуждено",
        "message": "Что должно появиться в карточке, чтобы поставить её на «Предложение обсуждено»? "
        "Назовите след: файл, дату, сумму, запись звонка.",
        "fixable": False,
        "kept": False,
    }


def test_a_finding_about_the_whole_project_names_neither() -> None:
    _, told = _checked(saved(Project()))
    assert {(f["pipeline"], f["stage"]) for f in told["findings"]} <= {(None, None)}


def test_the_summary_counts_by_severity() -> None:
    _, told = _checked(saved(BROKEN))
    counted = [found["severity"] for found in told["findings"]]
    assert told["summary"] == {**{s: counted.count(s) for s in ("error", "warning", "hint")}, "kept": 0}
    assert told["summary"]["error"] > 0


def test_a_kept_finding_is_listed_but_not_counted() -> None:
    unproved = BROKEN.pipelines[0].stage("offered").changed(proof="")
    project = BROKEN.with_pipeline(BROKEN.pipelines[0].with_stage(unproved))
    _, before = _checked(saved(project))
    found = next(f for f in runner.run(project, strict=True).findings if f.rule == "no-fact")
    kept = KeptFinding(rule=found.rule, path=found.path, reason="known", fingerprint=found.fingerprint)
    _, after = _checked(saved(keep_finding(project, kept)))
    assert [f["path"] for f in after["findings"] if f["kept"]] == [found.path]
    assert len(after["findings"]) == len(before["findings"])
    assert after["summary"] == {**before["summary"], "error": before["summary"]["error"] - 1, "kept": 1}
    told = run("lint", "p.yaml").stdout
    assert "Нужно исправить (Оставлено как есть): «Продажа» → «Предложение обсуждено»: Что должно появиться" in told


def test_what_amocrm_refuses_counts_although_a_file_says_it_is_kept() -> None:
    twice = BROKEN.pipelines[0].stage("offered").changed(name=BROKEN.pipelines[0].stages[0].name)
    project = BROKEN.with_pipeline(BROKEN.pipelines[0].with_stage(twice))
    found = next(f for f in runner.run(project, strict=True).findings if f.rule == "same-stage-name")
    kept = KeptFinding(rule=found.rule, path=found.path, reason="known", fingerprint=found.fingerprint)
    _, before = _checked(saved(project))
    code, after = _checked(saved(keep_finding(project, kept)))
    assert (code, after) == (1, before)


def test_findings_are_told_in_plain_sentences() -> None:
    result = run("lint", saved(BROKEN))
    *lines, summary = result.stdout.splitlines()
    report = runner.run(BROKEN, strict=True)
    assert (result.exit_code, len(lines)) == (1, len(report.findings))
    assert all(line.endswith(f"[{found.rule}]") for line, found in zip(lines, report.findings, strict=True))
    assert summary.startswith(f"Нужно исправить: {sum(f.severity == 'error' for f in report.findings)} · Стоит")


def test_a_project_without_errors_passes() -> None:
    shop()
    assert [run("lint", "p.yaml", "--lang", language).exit_code for language in ("ru", "en")] == [0, 0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (None, "Файл «p.yaml» не открывается: проверьте имя и права на чтение.\n"),
        (b"\xff\xfe", "p.yaml: "),
        (b"[]", "p.yaml: "),
        (b"format: 99", "p.yaml: "),
        (b"format: 1\nnonsense: 1", "p.yaml: "),
        (b"format: 1\nmain_pipeline: none", "p.yaml: "),
        (b"x" * 5_000_000, "p.yaml: "),
    ],
)
@pytest.mark.parametrize("command", [("lint",), ("export", "--format", "all", "-o", "out")], ids=lambda c: c[0])
def test_a_file_that_cannot_be_used_is_told_in_one_line(
    command: tuple[str, ...], data: bytes | None, sentence: str
) -> None:
    if data is not None:
        Path("p.yaml").write_bytes(data)
    told = refusal(run(command[0], "p.yaml", *command[1:]))
    assert told.startswith(sentence)
    assert told.count("\n") == 1
    assert not Path("out").exists()


def test_a_file_that_cannot_be_used_is_told_in_the_language_asked_for() -> None:
    Path("p.yaml").write_text("[]", "utf-8")
    told = [refusal(run("lint", "p.yaml", "--lang", language)) for language in ("ru", "en")]
    assert told == [
        f"p.yaml: {FileError('file.not_mapping').message(translator(language))}\n" for language in ("ru", "en")
    ]
