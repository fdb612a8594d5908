"""The secret of a link gets into no log, no database and no request to anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.browser.serving import running
from tests.deploy import replicas
from tests.faults import hands
from tests.faults.conftest import Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab
from tests.postgresql import Cluster, cluster

pytestmark = pytest.mark.browser

UNKNOWN = "An_unknown_but_well_formed_link_"


@pytest.fixture
def talkative() -> Iterator[Cluster]:
    """A PostgreSQL that writes down every statement."""
    with cluster() as started:
        with psycopg.connect(started.url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET log_statement = 'all'")
            connection.execute("SELECT pg_reload_conf()")
        yield started


def _use(tab: Tab, place: Place) -> set[str]:
    """Everything that is done with links; the secrets used."""
    token = place.begin()
    seen = {token, place.opened(token).draft.view_token, UNKNOWN}
    hands.open_link(tab, UNKNOWN)
    hands.open_link(tab, place.opened(token).draft.view_token)
    hands.open_link(tab, token)
    hands.rename(tab, "Раз")
    tab.click("undo")
    hands.open_link(tab, token, page="access")
    tab.unfold("access.renew_menu")
    tab.click("access.renew")
    tab.until(lambda: hands.token_of(tab) not in ("", token), "the new link")
    renewed = hands.token_of(tab)
    return {*seen, renewed, place.opened(renewed).draft.view_token}


def _are_in(folder: Path, secrets: set[str]) -> list[str]:
    """The files under a folder that hold one of them."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and any(secret.encode() in path.read_bytes() for secret in secrets)
    ]


@pytest.mark.postgresql
@pytest.mark.nginx
def test_on_postgresql_behind_nginx(opens: Opens, talkative: Cluster) -> None:
    place = Place({"VORONKA_DATABASE_URL": talkative.create_database("secrets")})
    with replicas.pair(place.settings) as pair:
        tab = opens(pair.address)
        referrers: list[str] = []
        tab.page.on("request", lambda asked: referrers.extend(filter(None, [asked.headers.get("referer")])))
        secrets = _use(tab, place)
        written = pair.lines("/stages")
        talkative.stop()
        tab.page.reload()
        tab.settle()
        logs = {replica.log.read_text("utf-8") for replica in pair.replicas}
        assert "the database cannot be used" in "".join(logs)
        assert written
        for log in (*logs, pair.proxy.everything_written()):
            assert [secret for secret in secrets if secret in log] == []
        assert [referrer for referrer in referrers if any(secret in referrer for secret in secrets)] == []
    assert "INSERT INTO revision" in (talkative.home / "server.log").read_text("utf-8")
    assert _are_in(talkative.home, secrets) == []


def test_on_sqlite(opens: Opens, tmp_path: Path) -> None:
    place = Place({"VORONKA_DATA": str(tmp_path)})
    with running(place.settings) as server:
        tab = opens(server.address)
        secrets = _use(tab, place)
        assert tab.page.evaluate("document.referrer") == ""
        assert _are_in(tmp_path, secrets) == []
        assert _are_in(server.home, secrets) == []
    assert _are_in(tmp_path, {"Мебель"}) != [], "the search finds what is there"
