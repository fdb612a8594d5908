"""Tables as CSV and as workbooks: one column, funnel and stage, a column for each funnel, a list of deals."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from wizard.audit.found import Found, FoundPipeline, FoundStage, Note
from wizard.audit.readers import from_csv, from_xlsx
from wizard.storage.errors import FileError

Rows = tuple[tuple[Any, ...], ...]


def _funnel(name: str, *stages: str) -> FoundPipeline:
    return FoundPipeline(name, tuple(map(FoundStage, stages)))


def _workbook(*sheets: tuple[str, Rows]) -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(file)
    return file.getvalue()


TWO = Found((_funnel("Продажи", "Заявка", "Оплата"), _funnel("Сервис", "Принят")))
ONE = Found((_funnel("", "Заявка", "КП отправлено, ждём"),))
TABLES: dict[str, tuple[Rows, Found]] = {
    "one column": ((("Заявка",), ("КП отправлено, ждём",)), ONE),
    "one column with a title": ((("Название этапа",), ("Заявка",), ("КП отправлено, ждём",)), ONE),
    "a column that counts": ((("№", "Этап"), (1, "Заявка"), (2, "КП отправлено, ждём")), ONE),
    "funnel and stage": ((("Воронка", "Этап"), ("Продажи", "Заявка"), ("", "Оплата"), ("Сервис", "Принят")), TWO),
    "in English, the other way round": (
        (("Stage", "By", "Pipeline"), ("Заявка", "", "Продажи"), ("Оплата", "x", "Продажи"), ("Принят", "", "Сервис")),
        TWO,
    ),
    "a column for each funnel": ((("Продажи", "Сервис"), ("Заявка", "Принят"), ("Оплата", "")), TWO),
    "without titles": ((("Продажи", "Заявка"), ("Продажи", "Оплата"), ("Продажи", "x"), ("Сервис", "Принят")), Found(
        (_funnel("Продажи", "Заявка", "Оплата", "x"), _funnel("Сервис", "Принят"))
    )),
    "deals": (
        (("ID", "Воронка", "Этап сделки"), *((n, "Продажи", ("Заявка", "Оплата")[n % 2]) for n in range(6))),
        Found((_funnel("Продажи", "Заявка", "Оплата"),), notes=(Note("order_of_deals"),)),
    ),
}  # fmt: skip
each_table = pytest.mark.parametrize("name", TABLES)


def _csv(rows: Rows, delimiter: str) -> str:
    cells = ([f'"{cell}"' if delimiter in str(cell) else str(cell) for cell in row] for row in rows)
    return "\r\n".join(delimiter.join(row) for row in cells)


@each_table
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_as_csv(name: str, encoding: str, delimiter: str) -> None:
    rows, found = TABLES[name]
    assert from_csv(_csv(rows, delimiter).encode(encoding)) == found


@each_table
def test_a_table_as_a_workbook(name: str) -> None:
    rows, found = TABLES[name]
    assert from_xlsx(_workbook(("Лист1", ((None,), *rows)))) == found


def test_a_comma_inside_a_name_is_no_column() -> None:
    assert from_csv("Заявка\nКП отправлено, ждём".encode()) == ONE


def test_each_sheet_is_a_funnel_of_its_name() -> None:
    sheets = (("Продажи", (("Заявка",), ("Оплата",))), ("Пусто", ()), ("Сервис", (("Принят",),)))
    assert from_xlsx(_workbook(*sheets)) == TWO


def test_a_workbook_that_would_unpack_to_too_much_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 50_000_000)
    with pytest.raises(FileError, match="swollen_xlsx"):
        from_xlsx(file.getvalue())


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK", _workbook(("a", (("x",),)))[:-200]])
def test_a_broken_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(FileError, match="bad_xlsx"):
        from_xlsx(data)
