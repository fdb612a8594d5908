"""What strangers type becomes one bounded line, whatever it was."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.storage.refused import TurnedAwayError
from wizard.workshop.texts import MOST_MARKS, cleaned, said

MOST = 40


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Замер \r\n\t проведён\u2028 ", "Замер проведён"),
        ("<b onload=x>&amp;</b>", "<b onload=x>&amp;</b>"),
        ("\u202eтекст\u2066 \ufeffнаоборот\u200f", "текст наоборот"),
        ("👨\u200d👩\u200d👧 семья ❤️ 👍🏽", "👨\u200d👩\u200d👧 семья ❤️ 👍🏽"),
        ("Зна\u0438\u0306", "Знай"),
        ("а" + "\u0301" * 20, "а" + "\u0301" * MOST_MARKS),
        ("\x00\x1b[31mкрасный\ud800", "[31mкрасный"),
        ("\u200b\u200d\u00ad \u3164"[:4], ""),
        ("5", "5"),
        ("?", "?"),
    ],
)
def test_a_line_is_kept_without_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert cleaned(typed, most=MOST) == kept


@given(st.text(max_size=MOST))
def test_any_text_gives_a_line_that_is_the_same_when_taken_again(typed: str) -> None:
    line = _or_too_long(typed)
    assert line == cleaned(line, most=MOST)
    assert line == " ".join(line.split())
    assert len(line) <= MOST
    line.encode()
    hidden = [c for c in line if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") and c not in "\u200c\u200d"]
    assert hidden == []


def _or_too_long(typed: str) -> str:
    try:
        return cleaned(typed, most=MOST)
    except TurnedAwayError:
        return ""


@given(st.integers(1, 100_000))
def test_a_limit_is_a_limit(length: int) -> None:
    if length <= MOST:
        assert cleaned("я" * length, most=MOST) == "я" * length
    else:
        with pytest.raises(TurnedAwayError) as refused:
            cleaned("я" * length, most=MOST)
        assert (refused.value.key, refused.value.values) == ("workshop.refused.long", {"most": MOST})


def test_spaces_do_not_count() -> None:
    assert cleaned("а" + " " * 5 * MOST + "б", most=MOST) == "а б"


def test_something_has_to_be_said() -> None:
    with pytest.raises(TurnedAwayError) as refused:
        said(" \u200d ", most=MOST)
    assert refused.value.key == "workshop.refused.empty"
