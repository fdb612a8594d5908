"""Finishes an English event: "demo" becomes "demo held"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wizard.lint.reading.lexicon import lexicon, listed

_LONGEST = 30
_ANY = "completed"
_WORD = re.compile(r"[A-Za-z][A-Za-z&'\u2019-]*")


def finished(name: str) -> Iterator[str]:
    """The event of a name with the participle that finishes it."""
    words = _WORD.findall(name)
    if not words or re.search("[\u0400-\u04ff]", name):
        return
    head = words[-1].lower()
    participle = _participles().get(head)
    if participle is None:
        return
    for phrase in (f"{' '.join(words)} {participle}", f"{words[-1]} {participle}"):
        if len(phrase) <= _LONGEST:
            yield _titled(phrase)
            return


@cache
def _participles() -> dict[str, str]:
    found: dict[str, str] = {}
    for participle, nouns in lexicon()["results"]["en"].items():
        for noun in listed(nouns):
            found.setdefault(noun, participle)
    return found


def _titled(phrase: str) -> str:
    words = [word if len(word) <= 4 and word.isupper() and len(word) > 1 else word.lower() for word in phrase.split()]
    text = " ".join(words)
    return text[:1].upper() + text[1:]
