"""Ids for what users add."""

from __future__ import annotations

import pytest

from wizard.model.edits.ids import fresh, slug


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Замер назначен", "zamer_naznachen"),
        ("Объём, щёки и съезд", "obem_shcheki_i_sezd"),
        ("  B2B — Deal!  ", "b2b_deal"),
        ("Я" * 100, "ya" * 20),
        ("🚀 …", "item"),
        ("", "item"),
    ],
)
def test_a_name_becomes_a_readable_id(name: str, wanted: str) -> None:
    assert slug(name) == wanted


def test_a_name_without_letters_gets_the_default() -> None:
    assert slug("!", "stage") == "stage"


@pytest.mark.parametrize(
    ("taken", "wanted"), [([], "a"), (["b"], "a"), (["a"], "a_2"), (["a", "a_2"], "a_3"), (["a", "a_3"], "a_2")]
)
def test_a_fresh_id_is_the_wanted_one_with_the_first_free_number(taken: list[str], wanted: str) -> None:
    assert fresh("a", taken) == wanted


def test_a_fresh_id_leaves_room_for_its_number() -> None:
    assert fresh("a" * 100, ["a" * 90]) == "a" * 90 + "_2"
