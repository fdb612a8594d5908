"""The workbook holds the project in tables, and nothing people typed becomes a formula."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from exports.papers.document import Column, Letterhead, Table, row
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.papers.tables import checklist_tables, project_tables
from exports.writers import xlsx
from tests.exports.papers.conftest import OPTIONS
from tests.exports.papers.hard import LONG, long, odd
from tests.exports.papers.reading import missing, squeezed, words_of
from tests.samples import russian
from wizard.model.project import Project


def _book(project: Project) -> Any:
    matter = Matter(project, OPTIONS)
    tables = (*checklist_tables(matter), *project_tables(matter))
    return load_workbook(BytesIO(xlsx.write(tables, letterhead(matter), title="Чек-лист")))


def _text(book: Any) -> str:
    return squeezed("".join(str(cell.value or "") for sheet in book for line in sheet.iter_rows() for cell in line))


def test_everything_typed_about_a_pipeline_is_read_back() -> None:
    for project in (russian(), odd(), long()):
        text = _text(_book(project))
        for pipeline in project.pipelines:
            assert missing(words_of(project, pipeline), text) == []


def test_every_sheet_can_be_filtered_and_keeps_its_head_in_sight() -> None:
    book = _book(russian())
    assert book.sheetnames[0] == "Чек-лист настройки amoCRM"
    assert book.sheetnames[-5:] == ["Воронки", "Этапы", "Поля", "Причины отказа", "Пути клиента"]
    for sheet in book:
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.freeze_panes in ("B2", "C2")


def test_a_box_can_be_ticked() -> None:
    sheet = _book(russian()).worksheets[0]
    assert sheet["A2"].value == "☐"
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ['"☐,☑"']


def test_nothing_people_typed_is_a_formula_a_link_or_a_number() -> None:
    dangerous = ("=1+1", "+1", "-1", "@a", '=HYPERLINK("http://x")', "http://x", "007", "{=1}", "\t=1")
    table = Table((Column("=2+2"),), tuple(row(said) for said in dangerous), name="=Лист")
    sheet = load_workbook(BytesIO(xlsx.write((table,), Letterhead(company="&P =1")))).worksheets[0]
    assert [(cell.data_type, cell.hyperlink) for (cell,) in sheet.iter_rows()] == [("s", None)] * (len(dangerous) + 1)


def test_sheets_of_like_names_are_told_apart() -> None:
    tables = tuple(Table((Column("a"),), (row("b"),), name=name) for name in (LONG, LONG, "x/y", "X:Y", ""))
    names = load_workbook(BytesIO(xlsx.write(tables, Letterhead()))).sheetnames
    assert [len(name) <= 31 for name in names] == [True] * 5
    assert len({name.casefold() for name in names}) == 5
