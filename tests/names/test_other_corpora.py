"""The corpora of steps, facts and loss reasons are big, sourced, labelled and free of repeats."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.names.labelled import KINDS, LANGUAGES, items

LABELS = {
    "steps": {"good", "waits", "vague"},
    "facts": {"checkable", "mood"},
    "reasons": {"cause", "consequence", "waiting", "two-in-one", "blames-client", "near-duplicate", "distinct"},
}
PAIRS = {"near-duplicate", "distinct"}
LEAST = {"steps": 120, "facts": 80, "reasons": 100}

every_file = pytest.mark.parametrize("file", LABELS)


@every_file
def test_the_corpus_is_big_and_its_labels_are_in_use_in_both_languages(file: str) -> None:
    assert len(items(file)) >= LEAST[file]
    assert {(item.lang, item.label) for item in items(file)} == {(x, y) for x in LANGUAGES for y in LABELS[file]}


@every_file
def test_every_item_has_a_kind_and_a_source_and_stands_once(file: str) -> None:
    seen = Counter((item.key, item.like) for item in items(file))

    assert {item.kind for item in items(file)} <= KINDS
    assert [item.name for item in items(file) if not item.source] == []
    assert [key for key, times in seen.items() if times > 1] == []


@every_file
def test_a_pair_has_two_sides_and_nothing_else_has(file: str) -> None:
    assert {item.name for item in items(file) if item.like} == {i.name for i in items(file) if i.label in PAIRS}
