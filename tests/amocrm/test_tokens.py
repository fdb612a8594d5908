"""A key is taken as it is pasted, tells how long it lives, and is never shown."""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from wizard.amocrm.refused import TokenError
from wizard.amocrm.tokens import Claims, claims, token


def key(**said: Any) -> str:
    """A key as amoCRM makes them, of these claims."""
    parts = [json.dumps({"typ": "JWT"}), json.dumps(said), "signature"]
    return ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts)


@pytest.mark.parametrize("text", ["abc.def-_1", " abc.de\nf-_1\r\n", "Bearer abc.def-_1", '"abc.def\u200b-_1"'])
def test_a_key_is_taken_as_it_is_pasted(text: str) -> None:
    assert token(text).get_secret_value() == "abc.def-_1"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "account.no_token"),
        ("\n", "account.no_token"),
        ("ключ", "account.bad_token"),
        ("abc\x00", "account.bad_token"),
        ("abc;d", "account.bad_token"),
        ("a" * 10_001, "account.bad_token"),
    ],
)
def test_what_cannot_be_a_key_is_refused_without_being_repeated(text: str, why: str) -> None:
    with pytest.raises(TokenError) as refused:
        token(text)
    assert (refused.value.key, refused.value.values) == (why, {})


def test_a_key_says_how_long_it_lives_and_whose_it_is() -> None:
    said = claims(SecretStr(key(exp=1_800_000_000, account_id=31)))
    assert said == Claims(dt.datetime(2027, 1, 15, 8, tzinfo=dt.UTC), 31)


@pytest.mark.parametrize(
    "text", ["abc", "a.b.c", key(exp="soon", account_id="31"), key(exp=1e300), key(exp=True), "a.W10.c", "a.!.c"]
)
def test_a_key_of_another_make_says_nothing(text: str) -> None:
    assert claims(SecretStr(text)) == Claims()


@given(st.text(alphabet="abcXYZ019-_.=/+~", max_size=60))
def test_reading_a_key_never_fails(text: str) -> None:
    claims(SecretStr(text))
