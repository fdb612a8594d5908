"""What is no list of funnels is refused in one sentence, whatever it is."""

from __future__ import annotations

import json

import pytest

from tests.audit.bodies import ENDS, dumped, pipeline, status
from wizard.audit.readers import from_text, read
from wizard.i18n.translator import translator
from wizard.storage.errors import FileError

ENOUGH = 201
REFUSED = [
    ("a.json", b"", "audit.nothing"),
    ("-", b" \n\t ", "audit.nothing"),
    ("-", "Продажи:\n".encode(), "audit.nothing"),
    ("-", b"x\n" * 1_000_001, "audit.too_big"),
    (
        "-",
        dumped({"title": "Unauthorized", "status": 401, "detail": "Неверный логин или пароль"}),
        "audit.error_answer",
    ),
    ("-", b"<!DOCTYPE html><html><body>403</body></html>", "audit.is_html"),
    ("answer.json", b"\xef\xbb\xbf<html>", "audit.is_html"),
    ("-", b'{"_embedded": {"pipelines": [{"id": 1, "na', "audit.bad_json"),
    ("-", b"[" * 100_000 + b'"', "audit.bad_json"),
    ("a.json", b"[" + b"9" * 5000 + b"]", "audit.bad_json"),
    ("a.json", b"nonsense", "audit.bad_json"),
    ("-", b"{}", "audit.no_pipelines"),
    ("-", b"[1, 2, null]", "audit.no_pipelines"),
    ("a.json", b"1", "audit.no_pipelines"),
    ("-", b'{"pipelines": {"_embedded": {"pipelines": []}}}', "audit.no_pipelines"),
    ("-", b"format: 1\ncompany: {name: x}\n", "audit.is_project"),
    ("stages.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "audit.not_text"),
    ("stages.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "audit.old_xls"),
    ("stages.xlsx", b"PK\x03\x04 no archive", "audit.bad_xlsx"),
    ("stages.csv", b'"' + b"x" * 200_000, "audit.bad_csv"),
    ("-", "\n".join(f"Этап {n}" for n in range(ENOUGH)).encode(), "audit.too_many_stages"),
    ("-", "\n".join(f"Воронка {n}:\nЗаявка" for n in range(ENOUGH)).encode(), "audit.too_many_pipelines"),
    ("-", dumped([pipeline("x", *(status(1000 + n, "x") for n in range(ENOUGH)), *ENDS)]), "audit.too_many_stages"),
    (
        "-",
        "\n".join(f"Воронка {n}:\n" + "\n".join(f"Этап {s}" for s in range(100)) for n in range(60)).encode(),
        "audit.too_many_stages_in_all",
    ),
    (
        "-",
        dumped({"pipelines": [pipeline("x", *ENDS)], "custom_fields": [{"id": n, "name": "x"} for n in range(501)]}),
        "audit.too_many_fields",
    ),
    (
        "-",
        dumped({"pipelines": [pipeline("x", *ENDS)], "loss_reasons": [{"id": n, "name": "x"} for n in range(ENOUGH)]}),
        "audit.too_many_reasons",
    ),
]


@pytest.mark.parametrize(("name", "data", "key"), REFUSED, ids=lambda value: str(value)[:30])
def test_it_is_refused_in_one_sentence(name: str, data: bytes, key: str) -> None:
    with pytest.raises(FileError) as caught:
        read(name, data)
    assert caught.value.key == key
    for language in ("ru", "en"):
        said = caught.value.message(translator(language))
        assert said != key
        assert "\n" not in said
        assert "{" not in said


def test_a_refusal_by_amocrm_is_told_with_its_code() -> None:
    with pytest.raises(FileError) as caught:
        read("-", json.dumps({"title": "Unauthorized", "status": 401, "detail": "\u202eНеверный логин"}).encode())
    told = caught.value.message(translator("ru"))
    assert (
        told
        == "Это не воронки, а отказ amoCRM, код 401: Неверный логин. Проверьте ключ доступа и запросите воронки снова."
    )


def test_brackets_alone_make_no_json() -> None:
    assert [s.name for s in read("-", "[ ] Заявка\n[ ] Оплата".encode()).pipelines[0].stages] == ["Заявка", "Оплата"]


def test_a_text_is_read_as_a_list_and_a_table_by_its_name() -> None:
    text = "Продажи;Сервис\nЗаявка;Принят"
    assert [p.name for p in read("stages.csv", text.encode("cp1251")).pipelines] == ["Продажи", "Сервис"]
    assert read("stages.txt", "Заявка > Оплата".encode("cp1251")) == from_text("Заявка > Оплата")
