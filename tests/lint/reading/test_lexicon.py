"""The lexicon keeps its own rules, so that whoever extends it is told what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wizard.lint.reading import Concept, read
from wizard.lint.reading.letters import is_russian
from wizard.lint.reading.lexicon import lexicon
from wizard.lint.reading.phrases import Phrase, phrases, phrases_of
from wizard.lint.reading.russian import morph

PLACES = {"always", "open", "whole", "deal", "rewrite", "soft"}
SECTIONS = ("steps", "facts", "reasons")


def _rewrites() -> Iterator[str]:
    groups = [content for concept in lexicon()["concepts"].values() for content in concept.values()]
    for names in (*(content.get("rewrite", {}) for content in groups), *lexicon()["rewrites"].values()):
        for listed in names.values():
            yield from listed


def _all_phrases() -> set[Phrase]:
    indices = (phrases(), *map(phrases_of, SECTIONS))
    return {phrase for index in indices for found in index.values() for phrase in found}


def test_concepts_are_known_and_their_groups_hold_what_is_explained() -> None:
    assert set(lexicon()["concepts"]) <= {concept.value for concept in Concept}
    unknown = [
        (concept, group, key)
        for concept, groups in lexicon()["concepts"].items()
        for group, content in groups.items()
        for key in content
        if key not in PLACES
    ]
    assert unknown == []


def test_a_phrase_neither_begins_nor_ends_with_a_gap() -> None:
    assert [phrase for phrase in _all_phrases() if not (phrase.words[0] and phrase.words[-1])] == []


def test_russian_words_are_dictionary_forms() -> None:
    """A word in another form would find nothing but itself; where that is meant it is marked."""
    words = {word for phrase in _all_phrases() for part in phrase.words for word in part if is_russian(word)}
    unmarked = [word for word in words if not word.startswith("!")]

    assert sorted(word for word in unmarked if word not in _dictionary_forms(word)) == []


def _dictionary_forms(word: str) -> set[str]:
    return {parse.normal_form.replace("ё", "е") for parse in morph().parse(word)}


def test_no_word_is_a_truth_value() -> None:
    """YAML reads a bare `no` or `on` as a truth value."""
    assert [leaf for leaf in _leaves(lexicon()) if not isinstance(leaf, str) and leaf is not True] == []


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for pair in value.items():
            for part in pair:
                yield from _leaves(part)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


@pytest.mark.parametrize("name", sorted(set(_rewrites())))
def test_every_better_name_is_a_short_result(name: str) -> None:
    reading = read(name)

    assert reading is not None
    assert reading.is_result
    assert len(name) <= 30
