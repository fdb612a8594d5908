"""Words that rules look for, kept as topics in the ``lexicon_*.yaml`` files of this folder.

A phrase is words in a row, upper and lower case alike. ``*`` ends a word that may go on in any way;
``=`` opens a phrase that must be the whole text. Accounts mix languages, so both are always read.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_HERE = Path(__file__).parent
_WORD = re.compile(r"[^\W_]+\*?")


@cache
def topic(file: str, name: str) -> tuple[str, ...]:
    """The phrases of a topic."""
    found: tuple[str, ...] = tuple(_read(file)[name])
    return found


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text."""
    words = _words(text)
    return any(_stands(phrase, words) for phrase in phrases)


@cache
def _read(file: str) -> dict[str, list[str]]:
    content: dict[str, list[str]] = yaml.safe_load((_HERE / f"lexicon_{file}.yaml").read_text("utf-8"))
    return content


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower().replace("\u0451", "\u0435")))


def _stands(phrase: str, words: tuple[str, ...]) -> bool:
    wanted = _words(phrase)
    if phrase.startswith("="):
        return len(wanted) == len(words) and _match(wanted, words)
    return any(_match(wanted, words[start:]) for start in range(len(words) - len(wanted) + 1))


def _match(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(
        word.startswith(want[:-1]) if want.endswith("*") else word == want
        for want, word in zip(wanted, words, strict=False)
    )
