"""Cleans the letters of a name: case, yo, numbering, emoji, and letters of the other alphabet that look alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Look-alikes of both alphabets, small letters; and capitals that are alike although the small letters are not.
_LATIN = "aceopxykmtbhurn3"
_CYRILLIC = "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u043a\u043c\u0442\u044c\u043d\u0438\u0433\u043f\u0437"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u043a\u043c\u0442\u0432\u043d\u0456", "aceopxykmtbhi"
)
_LATIN_CAPITALS = str.maketrans(
    "abcehkmoptxy3",
    "\u0430\u0432\u0441\u0435\u043d\u043a\u043c\u043e\u0440\u0442\u0445\u0443\u0437",
)
# A nought or a three between letters is one of them.
_DIGIT_AS_LETTER = re.compile("^[03][\u0430-\u044f]{3}|[\u0430-\u044f][03][\u0430-\u044f]")
_DIGITS = str.maketrans("03", "\u043e\u0437")
_CAPITALS = str.maketrans("BH", "\u0412\u041d")

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W\d_]+)?")
_IS_CYRILLIC = re.compile("[\u0400-\u04ff]")
_IS_LATIN = re.compile("[a-z]")

# Letters without a Latin double: one of them makes the word Russian.
_ONLY_CYRILLIC = re.compile("[\u0431\u0433\u0434\u0436\u0438\u0439\u043b\u043f\u0444\u0446\u0447-\u044f]")

# Numbers and signs people put before a name to sort it: "1. ", "02) ", "3 - ", an emoji.
# Texts of a few dozen projects: a project is read again after every click, with one text changed.
_REMEMBERED = 16384
_NUMERO = "\u2116"
_PREFIX = re.compile(r"^(?:[^\w]|_|\d+(?=[.):]|\s+[-\u2013\u2014]\s))+")


@lru_cache(maxsize=_REMEMBERED)
def plain(name: str) -> str:
    """A name for comparing: case, a Russian yo, and spaces do not matter."""
    return " ".join(name.casefold().replace("\u0451", "\u0435").split())


def cleaned(name: str) -> str:
    """A name for reading: as `plain`, without a number, emoji or sign in front, every word in one alphabet."""
    # Taken apart, the sign of a number would read as "no".
    text = unicodedata.normalize("NFKC", name.replace(_NUMERO, " "))
    around = _ONLY_CYRILLIC.search(text.casefold()) is not None
    text = _WORD.sub(lambda match: _one_alphabet(match[0], russian=around), text)
    text = plain(text)
    return _PREFIX.sub("", text).strip() or text


def in_cyrillic(word: str) -> str | None:
    """A word of Latin capitals as it reads to a Russian, if every letter has a double."""
    letters = word.translate(_LATIN_CAPITALS)
    return None if _IS_LATIN.search(letters) else letters


def is_russian(word: str) -> bool:
    return _IS_CYRILLIC.search(word) is not None


def _one_alphabet(word: str, *, russian: bool) -> str:
    lower = word.casefold()
    if not _IS_CYRILLIC.search(lower):
        return word
    if not _IS_LATIN.search(lower):
        return lower.translate(_DIGITS) if _DIGIT_AS_LETTER.search(lower) else word
    cyrillic = word.translate(_CAPITALS).casefold().translate(_TO_CYRILLIC)
    if not _IS_LATIN.search(cyrillic) and (russian or _ONLY_CYRILLIC.search(lower)):
        return cyrillic
    latin = lower.translate(_TO_LATIN)
    return cyrillic if _IS_CYRILLIC.search(latin) else latin
