"""Two replicas behind nginx that all tests here share; a test that kills one has a pair of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.deploy import replicas
from tests.deploy.replicas import Pair


@pytest.fixture(scope="package")
def shared() -> Iterator[Pair]:
    with replicas.pair() as started:
        yield started


@pytest.fixture
def own() -> Iterator[Pair]:
    """A pair that may be killed."""
    with replicas.pair() as started:
        yield started
