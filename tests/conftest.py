"""Options of the test command; and a place of their own for the drafts that tests make."""

from __future__ import annotations

import os
from tempfile import mkdtemp

import pytest

# Before anything reads it: no test may touch the drafts of the folder it runs in.
os.environ["VORONKA_DATA"] = mkdtemp(prefix="voronka-tests-")
os.environ.pop("VORONKA_DATABASE_URL", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what the exporters give as the new goldens")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-goldens"))
