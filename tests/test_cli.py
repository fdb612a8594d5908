"""The command line, as people and scripts use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from exports import EXPORTERS
from exports.alone import ALONE
from tests.small import PROJECT
from wizard.catalog import reader
from wizard.cli import main
from wizard.i18n.translator import translator
from wizard.lint import runner
from wizard.lint.rules import RULES
from wizard.lint.wording import message
from wizard.model.edits.project import keep_finding
from wizard.model.pipeline import Launch
from wizard.model.project import KeptFinding, Language, Project
from wizard.storage.errors import FileError
from wizard.storage.project_file import dump, load

SHOP = ("first_sale", "refusal_warming", "customer_support", "repeat_sales")
BROKEN = PROJECT.changed(pipelines=(PROJECT.pipeline("sale").changed(losses=()),))


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def _new(*args: str, company: str = "Мебель и точка") -> Result:
    return _run("new", *args, "--company", company, "-o", "p.yaml")


def _shop() -> Result:
    return _new("--industry", "furniture", *(word for funnel in SHOP for word in ("--funnel", funnel)))


def _saved(project: Project) -> str:
    Path("p.yaml").write_bytes(dump(project))
    return "p.yaml"


def _refusal(result: Result) -> str:
    """What stands on stderr when something given cannot be used."""
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_a_project_is_started_checked_and_exported() -> None:
    started, checked = _shop(), _run("lint", "p.yaml", "--format", "json")
    exported = _run("export", "p.yaml", "--format", "amocrm-json", "--all-pipelines", "-o", "out")
    assert [(r.exit_code, r.stderr) for r in (started, checked, exported)] == [(0, ""), (0, ""), (0, "")]
    written = Path("out") / "Мебель и точка - amocrm.json"
    assert (started.stdout, exported.stdout) == ("p.yaml\n", f"{written}\n")
    body = json.loads(written.read_text("utf-8"))
    assert (body["format"], body["draft"]) == ("voronka/amocrm/1", False)
    assert [p["name"] for p in body["pipelines"]] == [
        "Первичная продажа",
        "Прогрев отказов",
        "Повторные продажи",
        "Исполнение и сопровождение",
    ]


# new


def test_a_new_project_holds_what_was_asked_for() -> None:
    result = _new("--funnel", "hr", "--funnel", "first_sale", "--lang", "en", company="House")
    project = load(Path("p.yaml").read_bytes())
    assert (result.exit_code, [p.id for p in project.pipelines]) == (0, ["first_sale", "hr"])
    assert (project.company.name, project.company.language, project.company.industry) == (
        "House",
        Language.EN,
        "general",
    )


def test_the_same_command_gives_the_same_bytes() -> None:
    _shop()
    first = Path("p.yaml").read_bytes()
    Path("p.yaml").unlink()
    _shop()
    assert Path("p.yaml").read_bytes() == first


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--funnel", "first_sail"), "Воронки «first_sail» нет. Похожие: first_sale, "),
        (("--funnel", "hr", "--industry", "furnitur"), "Отрасли «furnitur» нет. Похожие: furniture, "),
        (
            ("--funnel", "hr", "--industry", "furnitur", "--lang", "en"),
            "There is no industry “furnitur”. The nearest: ",
        ),
    ],
)
def test_an_unknown_id_is_told_with_the_nearest_ones(args: tuple[str, ...], sentence: str) -> None:
    assert _refusal(_new(*args)).startswith(sentence)
    assert not Path("p.yaml").exists()


def test_a_company_name_out_of_bounds_is_told() -> None:
    told = _refusal(_new("--funnel", "hr", company="я" * 1001))
    assert told == "Название компании не подходит: нужен текст не длиннее 1\u00a0000 знаков.\n"


def test_a_file_that_is_there_is_replaced_only_when_told_to() -> None:
    Path("p.yaml").write_text("мой проект", "utf-8")
    told = _refusal(_new("--funnel", "hr"))
    assert told == "Файл «p.yaml» уже есть: укажите другое имя или добавьте --force, чтобы заменить его.\n"
    assert Path("p.yaml").read_text("utf-8") == "мой проект"
    assert _new("--funnel", "hr", "--force").exit_code == 0
    assert [p.id for p in load(Path("p.yaml").read_bytes()).pipelines] == ["hr"]


def test_a_place_that_cannot_be_written_is_told() -> None:
    Path("p.yaml").mkdir()
    told = _refusal(_new("--funnel", "hr", "--force"))
    assert told == "Записать «p.yaml» не получается: проверьте папку и права на запись.\n"


@pytest.mark.parametrize("missing", ["--funnel", "--company", "-o"])
def test_new_says_what_it_needs(missing: str) -> None:
    given = {"--funnel": "hr", "--company": "Дом", "-o": "p.yaml"}
    words = [word for option, value in given.items() if option != missing for word in (option, value)]
    assert f"Missing option '{missing}'" in _refusal(_run("new", *words))


# lint


def _checked(file: str, *args: str) -> tuple[int, dict[str, Any]]:
    result = _run("lint", file, "--format", "json", *args)
    assert result.stderr == ""
    return result.exit_code, json.loads(result.stdout)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_findings_are_told_in_json_in_the_language_asked_for(language: str) -> None:
    code, told = _checked(_saved(BROKEN), "--lang", language)
    report, tr = runner.run(BROKEN, strict=True), translator(language)
    assert (code, set(told)) == (1, {"findings", "summary"})
    assert [(f["rule"], f["path"], f["message"]) for f in told["findings"]] == [
        (f.rule, f.path, message(f, tr)) for f in report.findings
    ]
    keys = ["rule", "set", "severity", "path", "pipeline", "stage", "message", "fixable", "kept"]
    assert all(list(found) == keys for found in told["findings"])


def test_a_finding_names_its_funnel_and_stage() -> None:
    unproved = BROKEN.pipelines[0].stage("offered").changed(proof="")
    _, told = _checked(_saved(BROKEN.with_pipeline(BROKEN.pipelines[0].with_stage(unproved))))
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
    _, told = _checked(_saved(Project()))
    assert {(f["pipeline"], f["stage"]) for f in told["findings"]} <= {(None, None)}


def test_the_summary_counts_by_severity() -> None:
    _, told = _checked(_saved(BROKEN))
    counted = [found["severity"] for found in told["findings"]]
    assert told["summary"] == {**{s: counted.count(s) for s in ("error", "warning", "hint")}, "kept": 0}
    assert told["summary"]["error"] > 0


def test_a_kept_finding_is_listed_but_not_counted() -> None:
    unproved = BROKEN.pipelines[0].stage("offered").changed(proof="")
    project = BROKEN.with_pipeline(BROKEN.pipelines[0].with_stage(unproved))
    _, before = _checked(_saved(project))
    found = next(f for f in runner.run(project, strict=True).findings if f.rule == "no-fact")
    kept = KeptFinding(rule=found.rule, path=found.path, reason="known", fingerprint=found.fingerprint)
    _, after = _checked(_saved(keep_finding(project, kept)))
    assert [f["path"] for f in after["findings"] if f["kept"]] == [found.path]
    assert len(after["findings"]) == len(before["findings"])
    assert after["summary"] == {**before["summary"], "error": before["summary"]["error"] - 1, "kept": 1}
    told = _run("lint", "p.yaml").stdout
    assert "Нужно исправить (Оставлено как есть): «Продажа» → «Предложение обсуждено»: Что должно появиться" in told


def test_what_amocrm_refuses_counts_although_a_file_says_it_is_kept() -> None:
    twice = BROKEN.pipelines[0].stage("offered").changed(name=BROKEN.pipelines[0].stages[0].name)
    project = BROKEN.with_pipeline(BROKEN.pipelines[0].with_stage(twice))
    found = next(f for f in runner.run(project, strict=True).findings if f.rule == "same-stage-name")
    kept = KeptFinding(rule=found.rule, path=found.path, reason="known", fingerprint=found.fingerprint)
    _, before = _checked(_saved(project))
    code, after = _checked(_saved(keep_finding(project, kept)))
    assert (code, after) == (1, before)


def test_findings_are_told_in_plain_sentences() -> None:
    result = _run("lint", _saved(BROKEN))
    *lines, summary = result.stdout.splitlines()
    report = runner.run(BROKEN, strict=True)
    assert (result.exit_code, len(lines)) == (1, len(report.findings))
    assert all(line.endswith(f"[{found.rule}]") for line, found in zip(lines, report.findings, strict=True))
    assert summary.startswith(f"Нужно исправить: {sum(f.severity == 'error' for f in report.findings)} · Стоит")


def test_a_project_without_errors_passes() -> None:
    _shop()
    assert [_run("lint", "p.yaml", "--lang", language).exit_code for language in ("ru", "en")] == [0, 0]


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
    told = _refusal(_run(command[0], "p.yaml", *command[1:]))
    assert told.startswith(sentence)
    assert told.count("\n") == 1
    assert not Path("out").exists()


def test_a_file_that_cannot_be_used_is_told_in_the_language_asked_for() -> None:
    Path("p.yaml").write_text("[]", "utf-8")
    told = [_refusal(_run("lint", "p.yaml", "--lang", language)) for language in ("ru", "en")]
    assert told == [
        f"p.yaml: {FileError('file.not_mapping').message(translator(language))}\n" for language in ("ru", "en")
    ]


# export


def test_every_format_is_written_at_once() -> None:
    _shop()
    result = _run("export", "p.yaml", "--format", "all", "-o", "deep/out")
    written = [Path("deep/out") / f"Мебель и точка - {each.suffix}" for each in EXPORTERS]
    assert (result.exit_code, result.stdout.splitlines()) == (0, [str(path) for path in written])
    assert {path.suffix: path.stat().st_size > 0 for path in written} == {
        ".yaml": True,
        ".json": True,
        ".html": True,
        ".zip": True,
    }


def test_exports_give_the_same_bytes_twice() -> None:
    _shop()
    for folder in ("one", "two"):
        _run("export", "p.yaml", "--format", "all", "--all-pipelines", "-o", folder)
    one, two = ({path.name: path.read_bytes() for path in Path(folder).iterdir()} for folder in ("one", "two"))
    assert (one == two, len(one)) == (True, len(EXPORTERS))


def test_only_funnels_launched_now_are_exported_unless_all_are_asked_for() -> None:
    project = PROJECT.with_pipeline(PROJECT.pipeline("sale").changed(launch=Launch.NOW))
    names = []
    for args in ((), ("--all-pipelines",)):
        path = _run("export", _saved(project), "--format", "amocrm-json", *args, "-o", "out").stdout.strip()
        names.append([p["name"] for p in json.loads(Path(path).read_text("utf-8"))["pipelines"]])
    assert names == [["Продажа"], ["Продажа", "Прогрев"]]


def test_the_exported_project_opens_as_the_same() -> None:
    path = _run("export", _saved(PROJECT), "--format", "project-yaml", "-o", "out").stdout.strip()
    assert load(Path(path).read_bytes()) == PROJECT


def test_formats_are_listed_by_id() -> None:
    result = _run("export", "--list")
    assert (result.exit_code, _first_words(result)) == (0, [each.id for each in (*EXPORTERS, *ALONE)])


def test_a_paper_the_project_has_nothing_for_is_said() -> None:
    _shop()
    refused = _refusal(_run("export", "p.yaml", "--format", "migration_table-docx", "-o", "out"))
    assert "«Таблица переноса сделок»" in refused


def test_a_logo_that_is_no_picture_is_refused() -> None:
    _shop()
    refused = _run("export", "p.yaml", "--format", "memo-pdf", "-o", "out", "--logo", "p.yaml")
    assert (refused.exit_code, "PNG or SVG" in refused.stderr) == (2, True)


def test_an_unknown_format_is_told_with_the_nearest_ones() -> None:
    told = _refusal(_run("export", _saved(PROJECT), "--format", "amocrm", "-o", "out"))
    assert told.startswith("Формата «amocrm» нет. Похожие: amocrm-json, ")
    assert not Path("out").exists()


@pytest.mark.parametrize("args", [(), ("p.yaml",), ("p.yaml", "--format", "all"), ("--format", "all", "-o", "out")])
def test_export_says_what_it_needs(args: tuple[str, ...]) -> None:
    assert "FILE, --format and -o are needed (or --list)." in _refusal(_run("export", *args))


def test_a_directory_that_cannot_be_made_is_told() -> None:
    Path("out").write_text("", "utf-8")
    told = _refusal(_run("export", _saved(PROJECT), "--format", "project-yaml", "-o", "out"))
    assert (
        told
        == f"Записать «{Path('out') / 'voronka - project.yaml'}» не получается: проверьте папку и права на запись.\n"
    )


# funnels, industries, rules


def _first_words(result: Result) -> list[str]:
    return [line.split()[0] for line in result.stdout.splitlines()]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_there_is_is_listed_by_id(language: str) -> None:
    lists = [_run(command, "--lang", language) for command in ("funnels", "industries", "rules")]
    assert [_first_words(result) for result in lists] == [
        [funnel.id for funnel in reader.funnels()],
        [industry.id for industry in reader.industries()],
        [rule.id for rule in RULES],
    ]
    assert [result.exit_code for result in lists] == [0, 0, 0]
    assert "{" not in lists[0].stdout


def test_a_listed_rule_says_its_set_severity_and_title() -> None:
    line = next(line for line in _run("rules").stdout.splitlines() if line.startswith("no-fact "))
    assert line.split(maxsplit=3) == ["no-fact", "method", "error", "Нет условия перехода"]


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_a_rule_is_explained_with_its_examples(rule: str) -> None:
    result = _run("rules", rule)
    heading, *_ = result.stdout.splitlines()
    assert (result.exit_code, heading.split()[0]) == (0, rule)
    assert "Source" in result.stdout
    assert "Так правило не возражает:\n  {" in result.stdout
    assert "Так правило находит ошибку:\n  {" in result.stdout


def test_an_unknown_rule_is_told_with_the_nearest_ones() -> None:
    told = _refusal(_run("rules", "no-facts", "--lang", "en"))
    assert told.startswith("There is no rule “no-facts”. The nearest: no-fact, ")


# The program itself.


def test_output_is_utf_8_whatever_the_console_is() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1251", "PYTHONUTF8": "0"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    command = [sys.executable, "-m", "wizard"]
    listed = subprocess.run([*command, "industries"], env=environment, capture_output=True, check=True)
    refused = subprocess.run([*command, "rules", "нет"], env=environment, capture_output=True, check=False)
    assert "Мебель на заказ" in listed.stdout.decode("utf-8")
    assert (refused.returncode, refused.stderr.decode("utf-8").split(".")[0]) == (2, "Правила «нет» нет")


def test_without_a_command_the_help_is_shown() -> None:
    result = _run("--help")
    assert result.exit_code == 0
    assert all(
        command in result.stdout
        for command in ("new", "lint", "check-names", "audit", "export", "funnels", "industries", "rules")
    )


def test_names_are_judged_in_their_order_one_a_line() -> None:
    Path("names.txt").write_text("Думает\n\n1. ЗАМЕР!!!\nAwaiting payment\nЗамер проведён\nДумает\n", "utf-8")
    result = _run("check-names", "names.txt", "--format", "json")
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

    assert "names.txt" in _refusal(_run("check-names", "names.txt"))
