"""Phrases of the lexicon: how they are written, and where they stand in a row of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wizard.lint.reading.concept import Concept
from wizard.lint.reading.lexicon import lexicon, listed
from wizard.lint.reading.lexicon import words as words_of
from wizard.lint.reading.word import Form, Word

GAP = "\u2026"
_WIDEST_GAP = 4
# More phrases than a concept has: keeps the order of concepts.
_ROOM = 10_000
_FORM_ONLY = "!"
_LIST = "@"


@dataclass(frozen=True)
class Phrase:
    """`words` are sets of alternatives; an empty set is a gap."""

    section: str
    group: str
    place: str
    words: tuple[frozenset[str], ...]
    rank: int
    soft: bool

    @property
    def concept(self) -> Concept:
        return Concept(self.section)

    @property
    def weight(self) -> tuple[int, int]:
        """Longer phrases first, then those that stand first in the lexicon."""
        return sum(map(bool, self.words)), -self.rank


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of all concepts by each word they may begin with."""
    found = [phrase for concept, groups in lexicon()["concepts"].items() for phrase in _of(concept, groups)]
    order = {concept: place for place, concept in enumerate(lexicon()["concepts"])}
    return _indexed([replace(p, rank=p.rank + order[p.section] * _ROOM) for p in found])


@cache
def phrases_of(section: str) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of another section of the lexicon, whose groups have places of their own."""
    return _indexed(list(_of(section, lexicon()[section])))


def _of(section: str, groups: dict[str, Any]) -> Iterator[Phrase]:
    rank = 0
    for group, content in groups.items():
        for place, texts in content.items():
            if isinstance(texts, str):
                for text in listed(texts):
                    rank += 1
                    yield Phrase(section, group, place, _words(text), rank, content.get("soft", False))


def _indexed(found: list[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = {}
    for phrase in found:
        for first in phrase.words[0]:
            index.setdefault(first.removeprefix(_FORM_ONLY), []).append(phrase)
    return {first: tuple(each) for first, each in index.items()}


@dataclass(frozen=True)
class Match:
    """A phrase and the words it was found in."""

    phrase: Phrase
    words: tuple[Word, ...]

    @property
    def is_attribute(self) -> bool:
        """Whether its verb is but an attribute of a noun, given that another one is the predicate."""
        verbal = (Form.DONE, Form.DOING)
        return self.is_adjective or any(
            w.form is Form.ATTRIBUTE or (w.form in verbal and not w.russian) for w in self.words
        )

    @property
    def is_adjective(self) -> bool:
        """Whether it is a single adjective."""
        first, *rest = self.words
        return first.form is Form.ADJECTIVE and not rest

    @property
    def is_noun(self) -> bool:
        """Whether it is a single English word that may be a noun as well as a verb: "decline"."""
        first, *rest = self.words
        could_be = first.form is Form.NOUN and first.text == first.base and not first.text.endswith("ly")
        return could_be and not (rest or first.russian)


def matches(words: tuple[Word, ...]) -> Iterator[Match]:
    """Every phrase of the concepts that stands in the words."""
    return _matches(phrases(), words)


def matches_in(section: str, words: tuple[Word, ...]) -> Iterator[Match]:
    """Every phrase of another section that stands in the words."""
    return _matches(phrases_of(section), words)


def _matches(index: dict[str, tuple[Phrase, ...]], words: tuple[Word, ...]) -> Iterator[Match]:
    said = frozenset(each for word in words for each in (*word.lemmas, f"{_FORM_ONLY}{word.text}"))
    for start, word in enumerate(words):
        for lemma in word.lemmas:
            for phrase in index.get(lemma, ()):
                # Most phrases are ruled out by their last word, without a search for the others.
                found = None if phrase.words[-1].isdisjoint(said) else _match(phrase.words, words, start)
                if found:
                    yield Match(phrase, found)


def _words(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset() if word == GAP else _alternatives(word) for word in text.split())


def _alternatives(word: str) -> frozenset[str]:
    """The words that may stand in one place; a list of the lexicon stands for all of its words."""
    return frozenset(
        each
        for name in word.split("|")
        for each in (words_of(name.removeprefix(_LIST)) if name.startswith(_LIST) else (name,))
    )


def _match(pattern: tuple[frozenset[str], ...], words: tuple[Word, ...], start: int) -> tuple[Word, ...] | None:
    if not _is(words[start], pattern[0]):
        return None
    found, at, place = [words[start]], start + 1, 1
    while place < len(pattern):
        reach = 1
        if not pattern[place]:
            place, reach = place + 1, _WIDEST_GAP + 1
        elif _leads_an_adjective(words, at) or _is_owners(words, at):
            reach = 2
        at = next((n for n in range(at, min(at + reach, len(words))) if _is(words[n], pattern[place])), -1)
        if at < 0:
            return None
        found.append(words[at])
        at, place = at + 1, place + 1
    return tuple(found)


def _leads_an_adjective(words: tuple[Word, ...], at: int) -> bool:
    """Whether a preposition is parted from its noun: "in active work" is "in work" all the same."""
    return at < len(words) and words[at - 1].form is Form.PREPOSITION and words[at].form is Form.ADJECTIVE


def _is_owners(words: tuple[Word, ...], at: int) -> bool:
    """Whether an English article or owner stands before what is meant: "talking to his wife"."""
    return at < len(words) and not words[at].russian and words[at].text in words_of("english", "articles")


def _is(word: Word, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(word.lemmas) or f"{_FORM_ONLY}{word.text}" in wanted
