"""Names are read as well as was promised, on the half the lexicon was written with and on the unseen one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.names.labelled import (
    HALVES,
    LANGUAGES,
    fifth,
    found,
    found_fourth,
    found_third,
    fourth,
    half,
    items,
    judge,
    large,
    last,
    rounds,
    second,
    third,
)
from tests.names.measure import GOALS, page, read_fact, read_reason, read_step, share

PAGE = Path(__file__).parents[2] / "docs" / "names.md"


@pytest.mark.parametrize("name", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_goals_are_met(language: str, name: str) -> None:
    missed = [(goal, share(half(language, name), goal)) for goal in GOALS[language]]

    assert [(goal, reached) for goal, reached in missed if not goal.met(reached)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_goals_are_met_on_the_second_corpus_too(language: str) -> None:
    missed = [(goal, share(second(language), goal)) for goal in GOALS[language]]

    assert [(goal, reached) for goal, reached in missed if not goal.met(reached)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_goals_are_met_on_the_later_corpora_and_on_the_found_names(language: str) -> None:
    corpora = {
        "third": third(language, "tuning"),
        "fourth": fourth(language),
        "found": found(language),
        "found third": found_third(language),
        "rounds": rounds(language),
        "found fourth": found_fourth(language),
        "fifth": fifth(language),
        "judge": judge(language),
    }
    corpora |= {f"larger, {what}": named for what, named in large(language).items()}
    corpora |= {f"last, {what}": named for what, named in last(language).items()}
    missed = [
        (name, goal) for name, named in corpora.items() for goal in GOALS[language] if not goal.met(share(named, goal))
    ]

    assert missed == []


READERS = {"steps": read_step, "facts": read_fact, "reasons": read_reason}


@pytest.mark.parametrize("file", READERS)
def test_steps_facts_and_reasons_are_read_as_labelled(file: str) -> None:
    read = READERS[file]
    wrong = [(item.label, item.name, read(item)) for item in items(file) if read(item) != item.label]

    assert wrong == []


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.names.measure > docs/names.md"
