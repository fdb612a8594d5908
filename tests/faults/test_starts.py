"""Two servers that start together on an empty database both come up, on one shape."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from tests.browser.serving import Server, running
from tests.deploy.asking import ask
from tests.faults.conftest import BOTH, place_of
from tests.faults.place import Place
from wizard.storage.migrate import KNOWN
from wizard.storage.tables import METADATA

_FOLDERS = count()


def _shape(place: Place) -> tuple[list[str], set[str]]:
    """The migrations a database says it has seen, and its tables."""
    with place.drafts() as drafts, drafts.database.reading() as connection:
        seen = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
        return list(seen), set(inspect(connection).get_table_names())


@pytest.mark.parametrize("rounds", [2, pytest.param(5, marks=pytest.mark.long)])
@pytest.mark.parametrize("kind", BOTH)
def test_both_are_ready(request: pytest.FixtureRequest, tmp_path: Path, kind: str, rounds: int) -> None:
    for _ in range(rounds):
        place = place_of(kind, request, tmp_path / str(next(_FOLDERS)))
        with ExitStack() as stack, ThreadPoolExecutor(2) as pool:

            def start(settings: Place = place, stack: ExitStack = stack) -> Server:
                return stack.enter_context(running(settings.settings))

            servers = [future.result() for future in [pool.submit(start), pool.submit(start)]]
            answers = list(pool.map(lambda server: ask(server.address, "/readyz").status, servers))
            assert answers == [200, 200]
        assert _shape(place) == ([KNOWN[-1]], {*METADATA.tables, "alembic_version"})
