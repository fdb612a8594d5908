"""What stands over the columns of papers' tables: short, and in the papers' own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from exports.papers import tables
from exports.papers.book import shelf
from exports.papers.document import Beside, Block, Table
from exports.papers.matter import Matter
from tests import samples
from tests.exports.papers.conftest import OPTIONS
from tests.exports.papers.hard import with_everything
from wizard.model.project import Project

LONGEST = 45
RUSSIAN = with_everything()


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Beside):
            yield from _tables((*block.left, *block.right))


@pytest.mark.parametrize("project", [RUSSIAN, samples.english()], ids=["ru", "en"])
def test_no_column_is_headed_by_a_sentence(project: Project) -> None:
    papers = shelf(Matter(project, OPTIONS))
    headed = [c.title for made in papers.values() for d in made for t in _tables(d.blocks) for c in t.columns]
    assert len(headed) > LONGEST
    assert [title for title in headed if len(title) > LONGEST] == []


def test_the_sheets_name_their_columns_by_what_is_in_them() -> None:
    headed = {table.name: [c.title for c in table.columns] for table in tables.project_tables(Matter(RUSSIAN, OPTIONS))}
    assert headed == {
        "Воронки": [
            "Воронка",
            "Запуск",
            "Цель",
            "Кого ведём",
            "Что считаем сделкой",
            "Кто сюда попадает",
            "Успех",
            "Успех, когда…",
            "Отказ",
            "Ключевой этап",
            "Срок сделки",
        ],
        "Этапы": [
            "Воронка",
            "№",
            "Этап",
            "Сюда попадает, когда…",
            "Дальше, когда…",
            "Что делает менеджер",
            "Ответственный",
            "Срок на этапе",
            "Заполнить до перехода",
            "Подсказка новичку",
        ],
        "Поля": ["Поле", "Где", "Раздел карточки", "Тип", "Значения", "Примечание", "На каких этапах заполняют"],
        "Причины отказа": ["Причина отказа", "Комментарий обязателен", "Где хранится", "В каких воронках"],
        "Пути клиента": ["Воронка", "После чего", "Куда клиент идёт дальше", "Когда", "Почему", "Пока той воронки нет"],
    }
