"""Texts are cleaned and bounded; values are frozen and know no other keys."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.small import SALE
from wizard.model.base import MAX_NAME, MAX_TEXT, find
from wizard.model.pipeline import Stage


def _stage(**values: str) -> Stage:
    return Stage.model_validate({"id": "s", "name": "", **values})


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Замер \n назначен\t", "Замер назначен"),
        ("Замер\x00\x1b\x7f\x85 назначен", "Замер назначен"),
        ("\ufeffЗамер\u200e \u202eназначен\u202c\u2066\u2069\u061c", "Замер назначен"),
        ("Замер\u2028назначен", "Замер назначен"),
        ("👨\u200d👩\u200d👧 <script>", "👨\u200d👩\u200d👧 <script>"),
    ],
)
def test_a_name_is_one_line_without_invisible_marks(written: str, kept: str) -> None:
    assert _stage(name=written).name == kept


def test_a_text_keeps_its_lines_and_tabs() -> None:
    assert _stage(proof=" Фото\r\n\tи замер\x07\u202e \n").proof == "Фото\n\tи замер"


@pytest.mark.parametrize(("part", "longest"), [("name", MAX_NAME), ("owner_role", MAX_NAME), ("proof", MAX_TEXT)])
def test_a_text_has_a_greatest_length_after_cleaning(part: str, longest: int) -> None:
    assert getattr(_stage(**{part: "я" * longest + "\u202e "}), part) == "я" * longest
    with pytest.raises(ValidationError, match=f"at most {longest} characters"):
        _stage(**{part: "я" * (longest + 1)})


@pytest.mark.parametrize("bad", ["", "A", "я", "a b", "a/b", "_a", "-a", "a" * 101, "a\n", "a."])
def test_an_id_is_short_latin_and_lower_case(bad: str) -> None:
    with pytest.raises(ValidationError) as refused:
        _stage(id=bad)
    assert [(e["loc"], e["type"]) for e in refused.value.errors()] == [(("id",), "string_pattern_mismatch")]


@pytest.mark.parametrize("good", ["a", "7", "q_task", "a-b", "a" * 100])
def test_an_id_may_have_digits_underscores_and_hyphens(good: str) -> None:
    assert _stage(id=good).id == good


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        _stage(color="red")


def test_a_value_is_frozen() -> None:
    with pytest.raises(ValidationError, match="Instance is frozen"):
        SALE.name = "Другая"  # type: ignore[misc]


def test_a_changed_copy_is_checked_and_the_original_stays() -> None:
    original = SALE.model_copy()
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        SALE.changed(entries=-1)
    assert (SALE.changed(entries=7).entries, original) == (7, SALE)


def test_a_refusal_does_not_repeat_what_was_written() -> None:
    with pytest.raises(ValidationError) as refused:
        _stage(id="Секрет")
    assert "Секрет" not in str(refused.value)


def test_an_item_is_found_by_id_or_not_at_all() -> None:
    assert find((SALE,), "sale") is SALE
    with pytest.raises(KeyError):
        find((SALE,), "none")
