"""The tests' own PostgreSQL: keeps its data and its port over a stop, and leaves nothing behind."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests import postgresql
from tests.postgresql import Cluster

pytestmark = pytest.mark.postgresql


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with postgresql.cluster() as started:
        yield started


def _asked(cluster: Cluster, url: str, sql: str) -> str:
    psql = [str(cluster.binaries / "psql"), url, "--no-psqlrc", "-A", "-t", "-q", "-c", sql]
    return subprocess.run(psql, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_for_the_end_of(process: int) -> None:
    """Raise what the system says of a process that is no more; a server may take a moment after its last word."""
    for _ in range(50):
        os.kill(process, 0)
        time.sleep(0.1)


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_what_was_written_is_there_after_a_stop(cluster: Cluster, mode: str) -> None:
    url = cluster.create_database(f"kept_{mode}")
    _asked(cluster, url, "create table drafts (name text); insert into drafts values ('Мебель')")
    cluster.stop(mode=mode)
    assert not _listens(cluster.port)
    cluster.start()
    assert _asked(cluster, url, "select name from drafts") == "Мебель"


def test_each_database_is_empty(cluster: Cluster) -> None:
    first, second = cluster.create_database("first"), cluster.create_database("second")
    _asked(cluster, first, "create table drafts (name text)")
    assert _asked(cluster, second, "select count(*) from pg_tables where schemaname = 'public'") == "0"


def test_only_this_machine_is_listened_to(cluster: Cluster) -> None:
    assert _asked(cluster, cluster.url, "show listen_addresses") == "127.0.0.1"
    assert _asked(cluster, cluster.url, "show unix_socket_directories") == ""


def test_a_failing_test_leaves_nothing_behind() -> None:
    left: list[Cluster] = []
    with suppress(ZeroDivisionError), postgresql.cluster() as started:
        left.append(started)
        process = int((started.home / "data/postmaster.pid").read_text("utf-8").splitlines()[0])
        1 / 0  # noqa: B018 - the test that fails
    assert not left[0].home.exists()
    with pytest.raises(ProcessLookupError):
        _wait_for_the_end_of(process)


def test_a_directory_named_wrongly_is_no_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTGRESQL", str(tmp_path))
    assert postgresql.find() is None
    with pytest.raises(RuntimeError, match="POSTGRESQL=path"), postgresql.cluster():
        pass
