"""The command `export`: formats, papers, places to write to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exports import EXPORTERS
from exports.alone import ALONE
from tests.command_line import first_words, refusal, run, saved, shop
from tests.small import PROJECT
from wizard.model.pipeline import Launch
from wizard.storage.project_file import load

pytestmark = pytest.mark.usefixtures("empty_directory")


def test_every_format_is_written_at_once() -> None:
    shop()
    result = run("export", "p.yaml", "--format", "all", "-o", "deep/out")
    written = [Path("deep/out") / f"Мебель и точка - {each.suffix}" for each in EXPORTERS]
    assert (result.exit_code, result.stdout.splitlines()) == (0, [str(path) for path in written])
    assert {path.suffix: path.stat().st_size > 0 for path in written} == {
        ".yaml": True,
        ".json": True,
        ".html": True,
        ".zip": True,
    }


def test_exports_give_the_same_bytes_twice() -> None:
    shop()
    for folder in ("one", "two"):
        run("export", "p.yaml", "--format", "all", "--all-pipelines", "-o", folder)
    one, two = ({path.name: path.read_bytes() for path in Path(folder).iterdir()} for folder in ("one", "two"))
    assert (one == two, len(one)) == (True, len(EXPORTERS))


def test_only_funnels_launched_now_are_exported_unless_all_are_asked_for() -> None:
    project = PROJECT.with_pipeline(PROJECT.pipeline("sale").changed(launch=Launch.NOW))
    names = []
    for args in ((), ("--all-pipelines",)):
        path = run("export", saved(project), "--format", "amocrm-json", *args, "-o", "out").stdout.strip()
        names.append([p["name"] for p in json.loads(Path(path).read_text("utf-8"))["pipelines"]])
    assert names == [["Продажа"], ["Продажа", "Прогрев"]]


def test_the_exported_project_opens_as_the_same() -> None:
    path = run("export", saved(PROJECT), "--format", "project-yaml", "-o", "out").stdout.strip()
    assert load(Path(path).read_bytes()) == PROJECT


def test_formats_are_listed_by_id() -> None:
    result = run("export", "--list")
    assert (result.exit_code, first_words(result)) == (0, [each.id for each in (*EXPORTERS, *ALONE)])


def test_a_paper_the_project_has_nothing_for_is_said() -> None:
    shop()
    refused = refusal(run("export", "p.yaml", "--format", "migration_table-docx", "-o", "out"))
    assert "«Таблица переноса сделок»" in refused


def test_a_logo_that_is_no_picture_is_refused() -> None:
    shop()
    refused = run("export", "p.yaml", "--format", "memo-pdf", "-o", "out", "--logo", "p.yaml")
    assert (refused.exit_code, "PNG or SVG" in refused.stderr) == (2, True)


def test_an_unknown_format_is_told_with_the_nearest_ones() -> None:
    told = refusal(run("export", saved(PROJECT), "--format", "amocrm", "-o", "out"))
    assert told.startswith("Формата «amocrm» нет. Похожие: amocrm-json, ")
    assert not Path("out").exists()


@pytest.mark.parametrize("args", [(), ("p.yaml",), ("p.yaml", "--format", "all"), ("--format", "all", "-o", "out")])
def test_export_says_what_it_needs(args: tuple[str, ...]) -> None:
    assert "FILE, --format and -o are needed (or --list)." in refusal(run("export", *args))


def test_a_directory_that_cannot_be_made_is_told() -> None:
    Path("out").write_text("", "utf-8")
    told = refusal(run("export", saved(PROJECT), "--format", "project-yaml", "-o", "out"))
    assert (
        told
        == f"Записать «{Path('out') / 'voronka - project.yaml'}» не получается: проверьте папку и права на запись.\n"
    )
