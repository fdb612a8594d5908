"""Two replicas on one PostgreSQL: both come up at once, and neither is given up while the database is away."""

from __future__ import annotations

import time

import pytest

from tests import postgresql
from tests.deploy import replicas
from tests.deploy.asking import ask
from tests.deploy.replicas import Pair

pytestmark = [pytest.mark.nginx, pytest.mark.postgresql]


def _ready(pair: Pair) -> set[int]:
    """What several browsers are told, so that both replicas are asked."""
    return {ask(pair.address, "/readyz").status for _ in range(12)}


def test_replicas_outlive_a_database_that_is_away_for_a_while() -> None:
    with postgresql.cluster() as cluster:
        settings = {"VORONKA_DATABASE_URL": cluster.create_database("voronka")}
        with replicas.pair(settings) as pair:
            assert _ready(pair) == {200}
            cluster.stop()
            assert _ready(pair) == {503}
            assert {ask(pair.address, path).status for path in ("/", "/healthz") for _ in range(6)} == {200}
            cluster.start()
            _wait_until_ready(pair)
            assert {line.answers for line in pair.lines("/readyz")} == {("200",), ("503",)}, "nobody was tried twice"


def _wait_until_ready(pair: Pair) -> None:
    began = time.monotonic()
    while _ready(pair) != {200}:
        assert time.monotonic() - began < 15
        time.sleep(0.2)
