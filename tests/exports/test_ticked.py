"""The checklist with ticks: what an account has already, and what is missing."""

from __future__ import annotations

import re

from exports.checklist_html import render, ticked
from exports.exporter import Options
from tests.amocrm.practice import Practice, practice
from tests.ui import projects
from wizard.amocrm.plan import Choices
from wizard.amocrm.verifying import Verification, verify
from wizard.model.project import Project

PROJECT = projects.typical()


def entered() -> Practice:
    account = practice()
    account.apply(account.plan(PROJECT, Choices()))
    return account


def found(project: Project, account: Practice) -> Verification:
    return verify(project, account.read(project, Choices()))


def rows(page: bytes) -> dict[str, bool]:
    """What each box is for, and whether it is ticked; boxes of the same words are ticked together."""
    boxes = re.findall(r'<input type="checkbox" aria-label="([^"]*)"( checked)?>', page.decode())
    told: dict[str, bool] = {}
    for label, checked in boxes:
        told[label] = bool(checked) and told.get(label, True)
    return told


def test_nothing_is_ticked_before_anybody_looked() -> None:
    assert not any(rows(render(PROJECT, Options())).values())


def test_what_is_there_is_ticked_and_the_rest_is_left_to_people() -> None:
    page = ticked(PROJECT, Options(), found(PROJECT, entered()))
    told = rows(page)
    done = [label for label, is_done in told.items() if is_done and label not in {f.name for f in PROJECT.fields}]
    assert done == [
        "Создать воронку",
        "Добавить этапы по порядку",
        "Назвать успех и отказ",
        "Создать разделы карточки",
        "Создать поля по разделам",
        "Отметить обязательность на этапах",
        "Внести причины отказа",
    ]
    assert "совпадает с проектом" in page.decode()


def test_what_is_missing_is_named_and_its_row_is_not_ticked() -> None:
    account = entered()
    sale = PROJECT.pipeline("first_sale")
    changed = PROJECT.with_pipeline(
        sale.changed(stages=(sale.stages[0].changed(name="Заявка пришла"), *sale.stages[1:]))
    )
    page = ticked(changed, Options(), found(changed, account)).decode()
    assert "70 из 71 внесено" in page
    assert "этап «Первичная продажа / Заявка пришла»" in page
    boxes = re.findall(r'aria-label="Добавить этапы по порядку"( checked)?>', page)
    assert boxes == ["", " checked", " checked"]
