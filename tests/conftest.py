"""Options of the test command; and a place of their own for the drafts that tests make."""

from __future__ import annotations

import atexit
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

# Before anything reads it: no test may touch the drafts of the folder it runs in. It is deleted when the tests end.
_DATA = TemporaryDirectory(prefix="voronka-tests-", ignore_cleanup_errors=True)
atexit.register(_DATA.cleanup)
os.environ["VORONKA_DATA"] = _DATA.name
os.environ.pop("VORONKA_DATABASE_URL", None)

# On a busy machine a browser or a server misses a deadline now and then; the summary counts what was tried again. What
# fails three times is broken.
_OTHERS = ("browser", "firefox", "nginx", "newman")
_AGAIN = pytest.mark.flaky(reruns=2)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what the exporters give as the new goldens")
    parser.addoption("--long", action="store_true", help="run the tests that take long too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long unless it is asked for, beside any choice made by `-m`; give browsers more tries."""
    if not config.getoption("--long"):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("long")])
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    for item in items:
        if any(item.get_closest_marker(name) for name in _OTHERS):
            item.add_marker(_AGAIN)


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture
def empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a command writes that is told a name without a folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
