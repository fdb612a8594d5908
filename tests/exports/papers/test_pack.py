"""The packs: which files they hold under which names, and that nothing in them depends on the hour."""

from __future__ import annotations

import json

import pytest

from exports import pack, pack_full
from exports.exporter import Options
from exports.papers.book import PAPERS, shelf
from exports.papers.matter import Matter
from tests.exports.papers.conftest import OPTIONS
from tests.exports.papers.hard import with_everything
from tests.exports.papers.reading import docx_text, missing, pdf_text, texts_of, unpacked, words_of
from tests.samples import english, russian
from wizard.model.project import Project

SMALL = [
    "Воронки и правила.pdf",
    "Памятка менеджера.pdf",
    "Чек-лист настройки amoCRM.html",
    "Чек-лист настройки amoCRM.xlsx",
    "Проект для мастера.yaml",
    "Настройки для amoCRM.json",
]


def test_the_small_pack_is_small() -> None:
    assert list(unpacked(pack.render(russian(), OPTIONS))) == SMALL


def test_names_speak_the_language_of_the_project() -> None:
    names = list(unpacked(pack.render(english(), Options())))
    assert names[:2] == ["Funnels and rules.pdf", "Manager's memo.pdf"]


def test_the_whole_pack_has_every_paper_for_word_and_pdf(whole: dict[str, bytes]) -> None:
    names = [name for name in whole if name.startswith("Word/")]
    assert len(names) == len(PAPERS)
    assert [name for name in whole if "/" not in name] == SMALL
    assert len([name for name in whole if name.startswith("PDF/")]) == len(PAPERS) - 4, "four are in the small pack"
    pictures = [name for name in whole if name.startswith("Картинки/")]
    assert {name.rsplit(".", 1)[1] for name in pictures} == {"svg", "png"}


def test_every_paper_for_word_says_what_the_paper_says(whole: dict[str, bytes]) -> None:
    """Each word of the blocks of a paper is in its file, whichever paper it is."""
    written = [docx_text(data) for name, data in whole.items() if name.endswith(".docx")]
    papers = shelf(Matter(with_everything(), OPTIONS))
    lost = {p: missing(texts_of(d), text) for (p, d), text in zip(papers.items(), written, strict=True)}
    assert lost == {paper: [] for paper in papers}


def test_every_paper_is_filled_from_the_project(whole: dict[str, bytes]) -> None:
    said = {
        "Протокол с подписями": ["Замер платный", "Едем далеко", "Пётр", "Записать номера", "Анна", "для дилеров?"],
        "Таблица переноса сделок": ["Думает", "Проект согласован", "Предоплата получена", "по факту"],
        "Было и стало": ["Думает", "Проект согласован", "Этапов с фактом стало"],
        "Страница руководителя": ["«Дата замера» раньше сегодня", "Вернуть на этой неделе", "15 минут"],
        "Пять чисел собственника": ["«Замер назначен» / «Замер проведён»", "Предоплата получена"],
        "Скрипт квалификации": ["Какую задачу хотите решить и почему сейчас?", "Задачи нет — нецелевой"],
        "А если…": ["клиент сам вернулся", "не пришёл дважды"],
        "Тест для менеджеров": ["Замер проведён", "Файл замера в карточке"],
        "Текст в рабочий чат": ["с 1 декабря 2026 г.", "Прогрев отказов"],
        "Приказ о запуске": ["С 1 декабря 2026 г.", "31 декабря 2026 г."],
        "Техническое задание": ["15. Не входит", "Ссылка на предложение", "Деньги поступили на счёт"],
        "Чек-лист настройки amoCRM": ["Добавить этапы по порядку", "Квалификация пройдена"],
    }
    for paper, words in said.items():
        name = next(name for name in whole if name.startswith("PDF/") and name.endswith(f"{paper}.pdf"))
        assert missing(iter(words), pdf_text(whole[name])) == [], paper


def test_the_specification_holds_all_that_is_typed(whole: dict[str, bytes]) -> None:
    project = with_everything()
    text = docx_text(next(data for name, data in whole.items() if name.endswith("Техническое задание.docx")))
    for pipeline in project.pipelines:
        assert missing(words_of(project, pipeline), text) == []


def test_the_settings_file_in_the_pack_is_the_one_exported_alone() -> None:
    files = unpacked(pack.render(russian(), OPTIONS))
    assert json.loads(files["Настройки для amoCRM.json"])["draft"] is False


@pytest.mark.parametrize("project", [Project(), english()], ids=["empty", "english"])
def test_any_project_has_its_pack(project: Project) -> None:
    assert unpacked(pack_full.render(project, Options()))


def test_the_same_project_gives_the_same_bytes(whole: dict[str, bytes]) -> None:
    again = unpacked(pack_full.render(with_everything(), OPTIONS))
    assert [name for name in whole if whole[name] != again[name]] == []
