"""Ids for what users add: readable where a name gives one, never used before in their list."""

from __future__ import annotations

import re
from collections.abc import Iterable

# An id may have 100 characters; some are left for the number.
LONGEST = 90

_LATIN = dict(
    zip(
        (chr(code) for code in range(0x430, 0x450)),
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya".replace(".", "\0").split(),
        strict=True,
    )
)


def slug(name: str, default: str = "item") -> str:
    """A readable id of Latin letters, digits and underscores; Russian letters are transliterated."""
    latin = "".join(_LATIN.get(letter, letter) for letter in name.lower().replace("\u0451", "e"))
    return re.sub(r"[^a-z0-9]+", "_", latin.replace("\0", "")).strip("_")[:40].strip("_") or default


def fresh(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, with a number added when it is taken."""
    known, wanted = set(taken), wanted[:LONGEST]
    if wanted not in known:
        return wanted
    return next(f"{wanted}_{n}" for n in range(2, len(known) + 3) if f"{wanted}_{n}" not in known)
