"""Backup and restore of PostgreSQL, by the very commands the operators' page gives."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.postgresql import Cluster, cluster
from tests.small import PROJECT
from wizard.model.history import History
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts

PAGE = Path(__file__).resolve().parents[2] / "deploy/README.md"


@pytest.mark.postgresql
def test_a_dump_brings_everything_back(tmp_path: Path) -> None:
    dump, restore = re.findall(r"^(?:pg_dump|psql) .*$", PAGE.read_text("utf-8"), re.MULTILINE)
    with cluster() as server:
        first, second = server.create_database("first"), server.create_database("second")
        with closing(Database(address({"VORONKA_DATABASE_URL": first}))) as database:
            made = Drafts(database).create(History(PROJECT))
            Drafts(database).save(made.draft, made.history.commit(PROJECT.changed(revenue_goal=1)))
            kept = Drafts(database).opened(made.token)
        _run(dump, first, server, tmp_path)
        _run(restore, second, server, tmp_path)
        with closing(Database(address({"VORONKA_DATABASE_URL": second}))) as database:
            assert Drafts(database).opened(made.token) == kept


def _run(command: str, url: str, server: Cluster, folder: Path) -> None:
    path = f"{server.binaries}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["sh", "-ec", command],  # noqa: S607
        cwd=folder,
        env={**os.environ, "PATH": path, "VORONKA_DATABASE_URL": url},
        check=True,
    )
