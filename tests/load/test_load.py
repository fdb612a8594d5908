"""People without browsers: what they typed is in the database, and what is not saved does not pass for saved."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.apps import WIZARD
from benchmarks.load import drafts, places, scenario
from benchmarks.load.places import Place
from benchmarks.load.scenario import Load, Outcome, moments
from benchmarks.load.visitors import draft
from wizard.storage.links import view_token

LOAD = Load(clients=3, seconds=3.0, every=1.0)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("load")
    return f"sqlite:///{folder / 'drafts.sqlite3'}"


@pytest.fixture(scope="module")
def place(database: str) -> Iterator[Place]:
    with places.single(WIZARD, database) as started:
        yield started


def _typed(place: Place, tokens: tuple[str, ...]) -> Outcome:
    async def typed() -> Outcome:
        visitor = draft(tokens)
        tabs = await scenario.arrive([place.url] * LOAD.clients, visitor)
        outcome = await scenario.drive(tabs, visitor, LOAD)
        await asyncio.gather(*(tab.close() for tab in tabs))
        return outcome

    return asyncio.run(typed())


def _planned() -> dict[int, list[str]]:
    return {
        number: [f"Brief received {number}-{edit}" for edit, _ in enumerate(moments(LOAD, number))]
        for number in range(LOAD.clients)
    }


def test_every_edit_is_answered_and_found_in_the_database(place: Place, database: str) -> None:
    tokens = drafts.prepare(database, LOAD.clients, edits=2)
    outcome = _typed(place, tokens)
    assert outcome.errors == ()
    assert outcome.acknowledged == _planned()
    assert drafts.lost(database, tokens, outcome.acknowledged) == []


def test_what_a_page_does_not_take_over_counts_as_an_error(place: Place, database: str) -> None:
    tokens = tuple(view_token(token) for token in drafts.prepare(database, LOAD.clients))
    outcome = _typed(place, tokens)
    refused = [f"{name} is not shown" for names in _planned().values() for name in names]
    assert sorted(outcome.errors) == sorted(refused)
    assert outcome.acknowledged == {}


def test_an_edit_that_is_not_in_the_database_is_lost(database: str) -> None:
    tokens = drafts.prepare(database, 1, edits=2)
    acknowledged = {0: ["Stage 0", "Never saved", "Stage 1"]}
    assert drafts.lost(database, tokens, acknowledged) == ["Never saved"]


def test_a_last_edit_must_be_what_stands_there_now(database: str) -> None:
    tokens = drafts.prepare(database, 1, edits=2)
    assert drafts.lost(database, tokens, {0: ["Stage 0"]}) == ["Stage 0 is not what stands there"]


def test_people_come_evenly_and_the_same_in_every_run() -> None:
    load = Load(clients=200, seconds=60.0)
    typed = [moments(load, number) for number in range(load.clients)]
    assert typed == [moments(load, number) for number in range(load.clients)]
    in_a_second = [sum(second <= moment < second + 1 for due in typed for moment in due) for second in range(60)]
    assert all(70 < count < 130 for count in in_a_second), in_a_second
    pauses = [late - early for due in typed for early, late in pairwise(due)]
    assert 1.6 <= min(pauses) <= max(pauses) <= 2.4
