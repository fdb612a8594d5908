"""Pasted lists of stages, written as people write them."""

from __future__ import annotations

import pytest

from wizard.audit.found import Found, FoundPipeline, FoundStage
from wizard.audit.readers import from_text


def _one(*names: str, name: str = "", **values: object) -> Found:
    return Found((FoundPipeline(name, tuple(map(FoundStage, names)), **values),))  # type: ignore[arg-type]


STOCK = _one("Первичный контакт", "Отправили", "Переговоры", "Принимают решение")
THREE = _one("Заявка", "Контакт", "Оплата")


@pytest.mark.parametrize(
    "text",
    [
        "Первичный контакт > Отправили > Переговоры > Принимают решение",
        "Первичный контакт → Отправили -> Переговоры => Принимают решение",
        "Первичный контакт — Отправили — Переговоры — Принимают решение",
        "Первичный контакт / Отправили / Переговоры / Принимают решение",
        "Первичный контакт, Отправили, Переговоры, Принимают решение",
        "Первичный контакт\tОтправили\tПереговоры\tПринимают решение",
        "Первичный контакт\nОтправили\n  Переговоры  \r\nПринимают решение\n",
    ],
)
def test_the_article_s_pipeline_in_a_row_or_in_lines(text: str) -> None:
    assert from_text(text) == STOCK


@pytest.mark.parametrize(
    "text",
    [
        "1. Заявка\n2. Контакт\n3. Оплата",
        "1) Заявка\n2) Контакт\n3) Оплата",
        "1.Заявка\n2.Контакт\n3.Оплата",
        "1\tЗаявка\n2\tКонтакт\n3\tОплата",
        "- Заявка\n– Контакт\n• Оплата",
        "> Заявка\n> Контакт\n> Оплата",
        "[ ] Заявка\n[x] Контакт\n☐ Оплата",
        "→ Заявка\n➡️ Контакт\n-> Оплата",
        "Заявка →\nКонтакт →\nОплата",
        "а) Заявка\nб) Контакт\nв) Оплата",
        '**Заявка**\n«Контакт»\n"Оплата"',
        "Этап 1: Заявка\nЭтап 2: Контакт\nЭтап 3: Оплата",
        "Этапы:\nЗаявка\nКонтакт\nОплата",
        "Заявка\n\nКонтакт\n\nОплата",
    ],
)
def test_numbers_bullets_and_quotes_are_no_part_of_a_name(text: str) -> None:
    assert from_text(text) == THREE


def test_what_looks_like_a_number_or_a_joint_may_be_a_name() -> None:
    names = ("3D-макет согласован", "КП отправлено, ждём ответа", "Думает — перезвонить", "10:30 звонок", "Заявка/лид")
    assert from_text("\n".join(names)) == _one(*names)


@pytest.mark.parametrize(
    "end", ["Успешно реализовано / Закрыто и не реализовано", "Успешно реализовано\n143. Закрыто и не реализовано"]
)
def test_amocrm_s_own_stages_are_told_apart(end: str) -> None:
    found = from_text(f"Неразобранное\nЗаявка\nОплата\n{end}")
    assert found == _one("Заявка", "Оплата", won="Успешно реализовано", lost="Закрыто и не реализовано", unsorted=True)


@pytest.mark.parametrize(
    "text",
    [
        "Продажи:\nЗаявка\nОплата\nСервис:\nПринят\nСдан",
        "Воронка: Продажи\n- Заявка\n- Оплата\n\nВоронка: Сервис\n- Принят\n- Сдан",
        "# Продажи\nЗаявка > Оплата\n\n# Сервис\nПринят > Сдан",
        "Продажи: Заявка > Оплата\nСервис: Принят > Сдан",
        "Воронка «Продажи»\nЗаявка\nОплата\n\nВоронка «Сервис»\nПринят\nСдан",
    ],
)
def test_headings_part_several_funnels(text: str) -> None:
    sales, service = _one("Заявка", "Оплата", name="Продажи"), _one("Принят", "Сдан", name="Сервис")
    assert from_text(text) == Found((*sales.pipelines, *service.pipelines))


@pytest.mark.parametrize(
    "text",
    [
        "Продажи\nЗаявка > Контакт > Оплата\nСервис\nПринят > Начат > Сдан",
        "Продажи\n\nЗаявка > Контакт > Оплата\n\nСервис:\n→ Принят\n→ Начат\n→ Сдан",
        "Продажи\n1. Заявка\n2. Контакт\n3. Оплата\n\nСервис\n• Принят\n• Начат\n• Сдан",
    ],
)
def test_a_bare_line_over_a_row_or_a_numbered_list_names_the_funnel(text: str) -> None:
    sales, service = _one("Заявка", "Контакт", "Оплата", name="Продажи"), _one("Принят", "Начат", "Сдан", name="Сервис")
    assert from_text(text) == Found((*sales.pipelines, *service.pipelines))


def test_a_bare_line_among_others_is_a_stage() -> None:
    names = ("Заявка", "Контакт", "Замер", "Смета", "Оплата")
    assert from_text("Заявка\nКонтакт > Замер > Смета\nОплата") == _one(*names)


@pytest.mark.parametrize("text", ["Заявка\nОплата\n\nПринят\nСдан", "Заявка > Лид > Оплата\nПринят > Начат > Сдан"])
def test_blank_lines_and_rows_part_funnels_without_names(text: str) -> None:
    assert [pipeline.name for pipeline in from_text(text).pipelines] == ["", ""]


def test_cells_copied_from_a_spreadsheet_are_a_table() -> None:
    found = from_text("Воронка\tЭтап\nПродажи\tЗаявка\nПродажи\tОплата")
    assert found == _one("Заявка", "Оплата", name="Продажи")


def test_a_heading_with_nothing_below_is_no_funnel() -> None:
    assert from_text("Мои воронки:\nПродажи:\nЗаявка") == _one("Заявка", name="Продажи")
