"""Phrases are found word by word, whatever the case, the stops and the letters between."""

from __future__ import annotations

import pytest

from wizard.lint.words import says


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Кто, кроме вас, принимает решение?", "кто кроме вас"),
        ("Ждёт зарплату", "ждет"),
        ("Хронические ЗАБОЛЕВАНИЯ", "заболевани*"),
        ("E-mail", "=e-mail"),
        ("Бюджет", "=бюджет"),
    ],
)
def test_a_phrase_is_found(text: str, phrase: str) -> None:
    assert says(text, (phrase,))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Диагностика", "диагноз*"),
        ("Бюджет клиента", "=бюджет"),
        ("Кто решает, кроме вас", "кто кроме вас"),
        ("Ожиданий", "ожидание"),
        ("", "ждет"),
    ],
)
def test_another_word_is_not_taken_for_it(text: str, phrase: str) -> None:
    assert not says(text, (phrase,))
