"""The command `new`: what a project starts from, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import new, refusal, run, shop
from wizard.model.project import Language
from wizard.storage.project_file import load

pytestmark = pytest.mark.usefixtures("empty_directory")


def test_a_project_is_started_checked_and_exported() -> None:
    started, checked = shop(), run("lint", "p.yaml", "--format", "json")
    exported = run("export", "p.yaml", "--format", "amocrm-json", "--all-pipelines", "-o", "out")
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


def test_a_new_project_holds_what_was_asked_for() -> None:
    result = new("--funnel", "hr", "--funnel", "first_sale", "--lang", "en", company="House")
    project = load(Path("p.yaml").read_bytes())
    assert (result.exit_code, [p.id for p in project.pipelines]) == (0, ["first_sale", "hr"])
    assert (project.company.name, project.company.language, project.company.industry) == (
        "House",
        Language.EN,
        "general",
    )


def test_the_same_command_gives_the_same_bytes() -> None:
    shop()
    first = Path("p.yaml").read_bytes()
    Path("p.yaml").unlink()
    shop()
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
    assert refusal(new(*args)).startswith(sentence)
    assert not Path("p.yaml").exists()


def test_a_company_name_out_of_bounds_is_told() -> None:
    told = refusal(new("--funnel", "hr", company="я" * 1001))
    assert told == "Название компании не подходит: нужен текст не длиннее 1\u00a0000 знаков.\n"


def test_a_file_that_is_there_is_replaced_only_when_told_to() -> None:
    Path("p.yaml").write_text("мой проект", "utf-8")
    told = refusal(new("--funnel", "hr"))
    assert told == "Файл «p.yaml» уже есть: укажите другое имя или добавьте --force, чтобы заменить его.\n"
    assert Path("p.yaml").read_text("utf-8") == "мой проект"
    assert new("--funnel", "hr", "--force").exit_code == 0
    assert [p.id for p in load(Path("p.yaml").read_bytes()).pipelines] == ["hr"]


def test_a_place_that_cannot_be_written_is_told() -> None:
    Path("p.yaml").mkdir()
    told = refusal(new("--funnel", "hr", "--force"))
    assert told == "Записать «p.yaml» не получается: проверьте папку и права на запись.\n"


@pytest.mark.parametrize("missing", ["--funnel", "--company", "-o"])
def test_new_says_what_it_needs(missing: str) -> None:
    given = {"--funnel": "hr", "--company": "Дом", "-o": "p.yaml"}
    words = [word for option, value in given.items() if option != missing for word in (option, value)]
    assert f"Missing option '{missing}'" in refusal(run("new", *words))
