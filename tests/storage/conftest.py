"""The two databases drafts are kept in; each test has one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL

from tests.postgresql import Cluster, cluster
from tests.storage.meeting import Meeting
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts

_NAMES = count()


@pytest.fixture(scope="package")
def postgresql() -> Iterator[Cluster]:
    with cluster() as started:
        yield started


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """An empty database, named as an operator names it."""
    if request.param == "sqlite":
        return address({"VORONKA_DATA": str(tmp_path / "data")})
    made: Cluster = request.getfixturevalue("postgresql")
    return address({"VORONKA_DATABASE_URL": made.create_database(f"drafts{next(_NAMES)}")})


@pytest.fixture
def drafts(url: URL) -> Iterator[Drafts]:
    kept = Drafts(Database(url))
    yield kept
    kept.database.close()


@pytest.fixture
def meeting(drafts: Drafts) -> Meeting:
    return Meeting(drafts)
