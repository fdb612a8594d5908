"""Letters, slips of the pen and glued words do not hide what a name says."""

from __future__ import annotations

import pytest

from wizard.lint.reading import Concept, read
from wizard.lint.reading.letters import cleaned, plain
from wizard.lint.reading.typos import analysed


@pytest.mark.parametrize("name", ["1. ДУМАЕТ!!!", "02) Думает", "~ думает", "🔥 Думает…", "  Клиент   ДУМАЕТ "])
def test_numbers_emoji_and_case_do_not_hide_a_name(name: str) -> None:
    reading = read(name)

    assert reading is not None
    assert reading.concept is Concept.WAITS


def test_comparing_keeps_numbers_and_reading_drops_them() -> None:
    assert plain("1.  Замер Проведён") == "1. замер проведен"
    assert cleaned("1.  Замер Проведён") == "замер проведен"
    assert cleaned("142") == "142"
    assert cleaned("3 дня") == "3 дня"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Дyмaeт", "думает"),
        ("Сontract", "contract"),
        ("0тказ", "отказ"),
        ("CRM", "crm"),
        ("3D", "3d"),
        ("Пepeзвoн", "перезвон"),
    ],
)
def test_letters_of_the_other_alphabet_are_put_right(written: str, meant: str) -> None:
    assert cleaned(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("дуамет", "думает"),
        ("получнеа", "получена"),
        ("догвор", "договор"),
        ("awaitng", "awaiting"),
        ("aproved", "approved"),
        ("авито", "авито"),
        ("допродажа", "допродажа"),
        ("битрикс", "битрикс"),
    ],
)
def test_slips_are_mended_and_names_of_firms_are_not(written: str, meant: str) -> None:
    assert analysed(written).text == meant


@pytest.mark.parametrize("name", ["Непришёл", "Неотвечает", "Недозвон", "Не дозвонились"])
def test_a_negation_written_together_is_read(name: str) -> None:
    reading = read(name)

    assert reading is not None
    assert reading.concept is Concept.ATTEMPT
