"""Reads a loss reason: a cause, or a consequence, waiting, blame, two causes in one; and what is nearly the same."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from wizard.lint.reading.lexicon import lexicon, listed, words
from wizard.lint.reading.parts import Part, parts
from wizard.lint.reading.phrases import matches_in
from wizard.lint.reading.word import Form

_SECTION = "reasons"
_REMEMBERED = 4096
_NO = "no"
ALTERNATIVES = frozenset({"\u0438\u043b\u0438", "or", "\u0438", "and"})


@lru_cache(maxsize=_REMEMBERED)
def says(name: str) -> frozenset[str]:
    """Which lists of the lexicon a reason has phrases of: waiting, consequence, blames, …"""
    return frozenset(match.phrase.place for part in parts(name) for match in matches_in(_SECTION, part))


class Fault(StrEnum):
    TWO_IN_ONE = "two_in_one"
    BLAMES = "blames"
    WAITING = "waiting"
    CONSEQUENCE = "consequence"
    AGAINST_SELF = "against_self"


@lru_cache(maxsize=_REMEMBERED)
def fault(name: str) -> Fault | None:
    """What is wrong with a reason; one thing at a time, the gravest first."""
    said = says(name)
    if len(causes(name)) > 1:
        return Fault.TWO_IN_ONE
    if "blames" in said:
        return Fault.BLAMES
    if "against_self" in said:
        return Fault.AGAINST_SELF
    if "waiting" in said and "dated" not in said:
        return Fault.WAITING
    return Fault.CONSEQUENCE if "consequence" in said and "explained" not in said else None


@lru_cache(maxsize=_REMEMBERED)
def causes(name: str) -> tuple[str, ...]:
    """The kinds of causes a reason joins, one for each of its halves."""
    halves = [half for part in parts(name) for half in _halves(part)]
    if len(halves) < 2:
        return ()
    return tuple(dict.fromkeys(kind for kind in map(_kind, halves) if kind))


@lru_cache(maxsize=_REMEMBERED)
def meaning(name: str) -> frozenset[str]:
    """What a reason says, whatever its forms, order and synonyms; numbers, tenses and small words do not matter."""
    found = frozenset(_telling(part) for part in parts(name))
    bases = frozenset(base for each in found for base in each)
    return next((same for same in _synonyms() if bases in _synonyms()[same]), bases)


def _telling(part: Part) -> tuple[str, ...]:
    small = lexicon()["reason_fillers"]
    telling = [w for w in part if w.form is not Form.PREPOSITION and w.text not in small]
    return tuple(_NO if w.form is Form.NEGATION else w.base for w in telling)


@cache
def _synonyms() -> dict[frozenset[str], frozenset[frozenset[str]]]:
    """Sets of words that mean the same, by the first of each set."""
    small = {*lexicon()["reason_fillers"], *words("reason_prepositions")}
    rows = [[_bases(text) - small for text in listed(row)] for row in lexicon()["same"]]
    return {row[0]: frozenset(row) for row in rows}


def _bases(text: str) -> frozenset[str]:
    return frozenset(_NO if word in words("reason_denials") else word for word in text.split())


def _halves(part: Part) -> list[Part]:
    place = next((n for n, word in enumerate(part) if word.text in ALTERNATIVES), None)
    if place is None:
        return [part]
    return [half for half in (part[:place], part[place + 1 :]) if half]


def kind_of_cause(text: str) -> str | None:
    """The kind of cause a text speaks of: price, time, contact, …"""
    return next(filter(None, map(_kind, parts(text))), None)


def _kind(half: Part) -> str | None:
    """The kind of cause a half speaks of."""
    said = {lemma for word in half for lemma in word.lemmas}
    return next((kind for kind, words in lexicon()["causes"].items() if said & set(listed(words))), None)
