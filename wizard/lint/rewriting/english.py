"""Finishes an English event: "demo" becomes "demo held"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wizard.lint.reading.lexicon import lexicon, listed
from wizard.lint.reading.lexicon import words as words_of

_LONGEST = 30
_SEVERAL = re.compile(r"[/+,;|\u2192>]")
_WORD = re.compile(r"[A-Za-z][A-Za-z&'\u2019-]*")


def finished(name: str) -> Iterator[str]:
    """The event of a name with the participle that finishes it."""
    words = _WORD.findall(_SEVERAL.split(name)[0])
    if not words or re.search("[\u0400-\u04ff]", name):
        return
    head = words[-1].lower()
    participle = _participles().get(head)
    if head in _turning() and words[:-1] and _is_thing(words[-2].lower()):
        words, participle = words[:-1], _turning()[head]
    if participle is None:
        return
    for phrase in (f"{' '.join(words)} {participle}", f"{words[-1]} {participle}"):
        if len(phrase) <= _LONGEST:
            yield _titled(phrase)
            return


def _is_thing(word: str) -> bool:
    """Whether something is done to what a word names: to a quote, not to "the first"."""
    return word in _participles() or word in words_of("wares")


@cache
def _turning() -> dict[str, str]:
    pairs = (pair.partition(" ") for pair in listed(lexicon()["turned_en"]))
    return {noun: participle for noun, _, participle in pairs}


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
