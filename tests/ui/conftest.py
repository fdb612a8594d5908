"""Drafts of a test's own, and a project kept among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.linked import TYPICAL
from wizard.model.history import History
from wizard.storage.database import Database, address
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[Drafts]:
    kept = Drafts(Database(address({"VORONKA_DATA": str(tmp_path)})))
    yield kept
    kept.database.close()


@pytest.fixture
def made(drafts: Drafts) -> Opened:
    return drafts.create(History(TYPICAL))
