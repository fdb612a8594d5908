"""The protocol of a workshop says who met when, what was decided and by how many, and what was not taken."""

from __future__ import annotations

from itertools import takewhile

from exports.papers import protocol
from exports.papers.document import Block, Bullets, Checklist, Heading, Look, Paragraph, Row, Run, Table, plain, row
from exports.papers.matter import Matter
from tests.exports.papers.conftest import OPTIONS
from tests.samples import russian
from wizard.model.project import KeptFinding
from wizard.model.workshop import Decision, Kind, Meeting, Note, Rejected, Task, Workshop

WORKSHOP = Workshop(
    decisions=(
        Decision(
            id="d",
            text="Замер проведён",
            why="Иначе цена неточная",
            against="Пётр",
            kind=Kind.STAGE,
            by="Анна",
            votes=5,
        ),
        Decision(id="e", text="Замер платный"),
    ),
    rejected=(Rejected(id="r", text="Думает", why="Это не результат", kind=Kind.STAGE, votes=1),),
    meetings=(
        Meeting(id="m", on="2026-11-25", people=("Анна", "Пётр")),
        Meeting(id="n", on="2026-11-26", people=("Анна", "Вера")),
        Meeting(id="o", on="в пятницу"),
    ),
)


def _blocks(workshop: Workshop) -> tuple[Block, ...]:
    (paper,) = protocol.build(Matter(russian().changed(workshop=workshop), OPTIONS))
    return paper.blocks


def _below(blocks: tuple[Block, ...], heading: str) -> tuple[Block, ...]:
    after = iter(blocks[blocks.index(Heading(heading)) + 1 :])
    return tuple(takewhile(lambda block: not isinstance(block, Heading), after))


def _rows(blocks: tuple[Block, ...], heading: str) -> tuple[Row, ...]:
    (table,) = _below(blocks, heading)
    assert isinstance(table, Table)
    return table.rows


def test_the_days_and_the_people_who_gave_a_name_are_told() -> None:
    blocks = _blocks(WORKSHOP)
    assert blocks[0] == Paragraph(plain("Дата встречи: 25 ноября 2026\u202fг., 26 ноября 2026\u202fг., в пятницу"))
    people = ("Анна", "Пётр", "Вера", "", "", "")
    assert _rows(blocks, "Участники и роли") == tuple(row(name, "") for name in people)
    crowd = Workshop(meetings=(Meeting(id="m", on="2026-11-25", people=tuple(f"Имя {n}" for n in range(9))),))
    assert len(_rows(_blocks(crowd), "Участники и роли")) == 11, "somebody gave no name"


def test_decisions_say_whose_they_were_and_how_many_were_for_them() -> None:
    first = (
        Run("Этап: Замер проведён", Look.BOLD),
        Run(" (предложение: Анна, за: 5 голосов)", Look.MUTE),
    )
    assert _rows(_blocks(WORKSHOP), "Решения") == (
        row(first, "Иначе цена неточная", "Пётр", ""),
        row((Run("Замер платный", Look.BOLD),), "", "", ""),
    )


def test_what_was_not_taken_is_told_with_its_reason() -> None:
    words = (Run("Этап: Думает", Look.BOLD), Run(" (за: 1 голос)", Look.MUTE), Run(": Это не результат"))
    assert _below(_blocks(WORKSHOP), "Что предлагали и не взяли") == (Bullets((words,)),)


def test_questions_and_tasks_say_whose_they_are_and_by_which_day() -> None:
    note = Note(id="n", text="Нужен ли аванс?\nКакой?\n", by="Анна")
    tasks = (Task(id="t", text="Завести поле", who="Пётр", due="2026-12-05"), Task(id="u", text="Спросить юриста"))
    blocks = _blocks(Workshop(notes=(note,), tasks=tasks))
    asked = (Run("Нужен ли аванс?; Какой?"), Run(" (Анна)", Look.MUTE))
    assert _below(blocks, "Вопросы на потом") == (Bullets((asked,)),)
    first = (Run("Завести поле"), Run(" (Пётр, 5 декабря 2026\u202fг.)", Look.MUTE))
    assert _below(blocks, "Задачи") == (Checklist((first, plain("Спросить юриста"))),)


def test_a_finding_left_as_it_is_says_where_it_stands_and_why() -> None:
    sale = russian().pipeline("first_sale")
    path = f"pipelines/{sale.id}/stages/{sale.stages[0].id}/name"
    kept = KeptFinding(rule="no-fact", path=path, reason="our_way", note="До марта", fingerprint="x")
    (paper,) = protocol.build(Matter(russian().changed(kept=(kept,)), OPTIONS))
    where = Run(f" («{sale.name}», «{sale.stages[0].name}»)", Look.MUTE)
    words = (Run("Нет условия перехода", Look.BOLD), where, Run(": Так у нас устроено. До марта"))
    assert _below(paper.blocks, "Замечания, оставленные как есть") == (Bullets((words,)),)


def test_without_a_workshop_there_is_room_to_write() -> None:
    blocks = _blocks(Workshop())
    assert _rows(blocks, "Участники и роли") == (row("", ""),) * 6
    assert Heading("Что предлагали и не взяли") not in blocks
