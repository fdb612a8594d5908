"""Words that rules look for, kept as topics in the ``lexicon_*.yaml`` files of this folder.

A phrase is words in a row, upper and lower case alike. ``*`` ends a word that may go on in any way;
``=`` opens a phrase that must be the whole text. Accounts mix languages, so both are always read.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

from wizard.lint.yaml_data import loaded

_HERE = Path(__file__).parent
# Texts of a few dozen projects times the phrases they are searched for.
_REMEMBERED = 32768
_WORD = re.compile(r"[^\W_]+\*?")


@cache
def topic(file: str, name: str) -> tuple[str, ...]:
    """The phrases of a topic."""
    found: tuple[str, ...] = tuple(_read(file)[name])
    return found


@lru_cache(maxsize=_REMEMBERED)
def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text."""
    return _pattern(phrases).search(" ".join(_words(text))) is not None


def without(text: str, phrases: tuple[str, ...]) -> str:
    """The words of a text, in lower case, that are in none of the phrases."""
    left = Counter(_pattern(phrases).sub("", " ".join(_words(text))).split())
    kept = []
    for word in reversed(_WORD.findall(text.lower())):
        read = _plain(word)
        if left[read]:
            left[read] -= 1
            kept.append(word)
    return " ".join(reversed(kept))


@cache
def _read(file: str) -> dict[str, list[str]]:
    content: dict[str, list[str]] = loaded(_HERE / f"lexicon_{file}.yaml")
    return content


def _words(text: str) -> list[str]:
    return _WORD.findall(_plain(text.lower()))


def _plain(text: str) -> str:
    return text.replace("\u0451", "\u0435")


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """All phrases as one expression over words with single spaces: many times as fast as one by one."""
    return re.compile("|".join(map(_phrase, phrases)))


def _phrase(phrase: str) -> str:
    words = (re.escape(word[:-1]) + "[^ ]*" if word.endswith("*") else re.escape(word) for word in _words(phrase))
    row = " ".join(words)
    return f"^{row}$" if phrase.startswith("=") else f"(?<![^ ]){row}(?![^ ])"
