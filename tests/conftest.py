"""Options of the test command; and a place of their own for the drafts that tests make."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

import pytest

# Before anything reads it: no test may touch the drafts of the folder it runs in. It is deleted when the tests end.
_DATA = TemporaryDirectory(prefix="voronka-tests-", ignore_cleanup_errors=True)
os.environ["VORONKA_DATA"] = _DATA.name
os.environ.pop("VORONKA_DATABASE_URL", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what the exporters give as the new goldens")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-goldens"))
