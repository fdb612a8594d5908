"""A workshop's code is read however somebody types it from the wall, and nothing else is taken for one."""

from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st

from wizard.storage.join_codes import GROUP, GROUPS, SIGNS, is_code, join_code, new_salt, read_code
from wizard.storage.links import join_token

TOKEN, SALT = "draft-draft-draft-draft-draft-dr", bytes(range(12))
LOOKS = {"0": "0oO", "1": "1iIlL"}

codes = st.binary(min_size=12, max_size=12).map(lambda salt: join_code(TOKEN, salt))
chances = st.randoms(use_true_random=False)


def _typed(code: str, chance: random.Random) -> str:
    """As hands write it: either case, signs that look alike, with dashes and spaces anywhere."""
    signs = (chance.choice(LOOKS.get(sign, sign + sign.upper())) for sign in code if sign != "-")
    parts = (sign + "".join(chance.choices(("", "-", " ", "\u2013", "\u00a0"), k=2)) for sign in signs)
    return chance.choice(("", " ", "-")) + "".join(parts)


@given(code=codes, chance=chances)
def test_a_code_is_read_however_it_is_typed(code: str, chance: random.Random) -> None:
    assert read_code(_typed(code, chance)) == code
    assert is_code(code)


@given(text=st.text() | st.text(alphabet=f"{SIGNS}-OIL uU", max_size=14))
@example(text="")
@example(text="k7m29-qxd4u")
@example(text="k7m29-qxd4")
@example(text="k7m29-qxd4fh")
@example(text="x" * 31)
def test_what_is_read_is_a_code_or_nothing(text: str) -> None:
    found = read_code(text)
    assert found == "" or (is_code(found) and read_code(found) == found)
    assert is_code(text) == (text != "" and found == text)


def test_a_code_is_made_again_from_the_draft_s_own_secret() -> None:
    code = join_code(TOKEN, SALT)
    assert code == "thedb-26z20"
    assert [len(group) for group in code.split("-")] == [GROUP] * GROUPS
    others = {join_code(TOKEN, bytes([n, *SALT[1:]])) for n in range(1, 200)} | {join_code(TOKEN[::-1], SALT)}
    assert (len(others), code in others) == (200, False)
    assert is_code(join_code(TOKEN, new_salt()))


def test_signs_are_those_nobody_mistakes_and_each_is_used() -> None:
    used = {sign for n in range(200) for sign in join_code(TOKEN, bytes([n, *SALT[1:]]))}
    assert used == {*SIGNS, "-"}


def test_links_of_workshops_begun_before_go_on_as_they_are() -> None:
    long = join_code(TOKEN, bytes(16))
    assert (long, read_code(long)) == (join_token(TOKEN, bytes(16)), long)
