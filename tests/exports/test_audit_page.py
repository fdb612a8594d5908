"""The printable page of an audit: everything said, everything escaped."""

from __future__ import annotations

import pytest

from exports.audit_page import page
from tests.audit.bodies import ENDS, dumped, pipeline, status
from wizard.audit.project import project_of
from wizard.audit.readers import from_json, from_text
from wizard.audit.report import report
from wizard.i18n.translator import translator

EVIL = "<script>alert(1)</script>"


def _page(text: str, language: str = "ru") -> str:
    found = from_text(text)
    project = project_of(found)
    return page(project, report(found, project), translator(language))


@pytest.mark.parametrize(("language", "title"), [("ru", "Проверка воронок"), ("en", "Funnel check")])
def test_it_speaks_the_reader_s_language(language: str, title: str) -> None:
    written = _page("Продажи:\nДумает", language)
    assert f'<html lang="{language}">' in written
    assert f"<title>{title}</title>" in written
    assert "audit." not in written.partition("</style>")[2]


def test_what_came_from_an_account_is_escaped() -> None:
    found = from_json(dumped([pipeline(EVIL, status(1, ""), status(2, "Думает & ждёт"), *ENDS)]))
    project = project_of(found)
    written = page(project, report(found, project), translator("ru"))
    assert EVIL not in written
    assert "&lt;script&gt;" in written
    assert "Думает &amp; ждёт" in written


def test_nothing_to_repair_is_said() -> None:
    fine = "Продажи: Заявка получена > Замер назначен > Замер проведён > Предложение обсуждено\n"
    warming = "Прогрев: Отказ разобран > Контакт восстановлен > Потребность подтверждена > Условия согласованы"
    assert "Исправлять нечего" in _page(fine + warming)
