"""How a name is written: capitals, numbers in front, signs and emoji."""

from __future__ import annotations

import re

from wizard.lint.reading.lexicon import lexicon, listed

# What a name may hold besides letters and digits; anything else is decoration.
_PLAIN = re.compile(r"[^\w\s.,:;()/&%+'\u2019\"\u00ab\u00bb\u201c\u201d\u2116$\u20ac\u20bd\u2013\u2014\u2192<>-]|_")
_NUMBER = re.compile(r"^\s*\d+\s*[.):]+\s*|^\s*\d+\s+[-\u2013\u2014]\s+|^\s*0\d?\s+(?=\w)")
_ENDS = " .,:;-\u2013\u2014<>\u2192"
_ABBREVIATION = 4
_VOWELS = frozenset("AEIOUY\u0410\u0415\u0418\u041e\u0423\u042b\u042d\u042e\u042f")


def decorated(name: str) -> bool:
    return _PLAIN.search(name) is not None or _NUMBER.match(name) is not None


def shouted(name: str) -> bool:
    """Whether a name is in capitals; abbreviations alone are not."""
    return name.isupper() and not all(map(_is_abbreviation, re.findall(r"[^\W\d_]+", name)))


def tidied(name: str) -> str:
    """The name without decoration, in small letters but for the first and abbreviations."""
    text = " ".join(_PLAIN.sub(" ", name).split())
    text = _NUMBER.sub("", text).strip(_ENDS)
    if shouted(text):
        text = " ".join(word if _is_abbreviation(word) else word.lower() for word in text.split())
    return text[:1].upper() + text[1:]


def _is_abbreviation(word: str) -> bool:
    known = listed(lexicon()["abbreviations"])
    return word.lower() in known or (len(word) <= _ABBREVIATION and _VOWELS.isdisjoint(word))
