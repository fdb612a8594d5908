"""A full disk, a database that may only be read, a directory that is closed: said clearly, and the file can be had."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import text

from tests import limits
from tests.browser.serving import Server, running
from tests.deploy.asking import ask
from tests.faults import hands
from tests.faults.conftest import POSTGRESQL, Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab
from wizard.storage.project_file import load

pytestmark = pytest.mark.browser
linux = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")

SAID = {"disk_full": "на диске кончилось место", "not_writable": "в хранилище проектов нельзя писать"}

# What PostgreSQL says of a full disk, and when.
_FILL = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
RAISE EXCEPTION USING ERRCODE = 'disk_full', MESSAGE = 'could not extend file "base/1/2": No space left on device';
END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION full_disk();
"""
_EMPTY = "DROP TRIGGER full_disk ON revision; DROP FUNCTION full_disk()"
_FOR_ALL = "ALTER DATABASE {name} {what} default_transaction_read_only{to}"
_END_ALL = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

ROOM_FOR_A_LOG = 4096  # less than a page of the database takes

Fault = Callable[[Place, Server], AbstractContextManager[None]]


def _order(place: Place, *commands: str) -> None:
    with place.drafts() as drafts, drafts.database.writing() as connection:
        connection.execute(text("SET TRANSACTION READ WRITE"))
        for command in commands:
            connection.execute(text(command))


@contextmanager
def _full_disk(place: Place, server: Server) -> Iterator[None]:
    if "VORONKA_DATA" in place.settings:
        with limits.full_disk(server.process.pid, at=ROOM_FOR_A_LOG):
            yield
    else:
        _order(place, _FILL)
        yield
        _order(place, _EMPTY)


@contextmanager
def _read_only(place: Place, _server: Server) -> Iterator[None]:
    name = place.settings["VORONKA_DATABASE_URL"].rpartition("/")[2]
    _order(place, _FOR_ALL.format(name=name, what="SET", to=" = on"), _END_ALL)
    yield
    _order(place, _FOR_ALL.format(name=name, what="RESET", to=""), _END_ALL)


def _is_said_and_the_file_can_be_had(tab: Tab, said: str, *, name: str) -> None:
    expect(tab.at("not-saved")).to_contain_text(said)
    expect(tab.page.get_by_role("main")).not_to_contain_text("Traceback")
    assert hands.name_in(load(tab.download("saving.download"))) == name


def _is_told_once(server: Server, reason: str) -> None:
    """What an operator reads of it."""
    log = server.log.read_text("utf-8")
    assert log.count(f"the database cannot be used (drafts.{reason})") == 1
    assert "Traceback" not in log


def _survives(opens: Opens, place: Place, fault: Fault, reason: str) -> None:
    """An edit meets the fault; when it is over the edit is saved by itself."""
    token = place.begin()
    with running(place.settings) as server:
        tab = opens(server.address)
        hands.open_link(tab, token)
        hands.rename(tab, "Раз")
        with fault(place, server):
            hands.rename(tab, "Два")
            _is_said_and_the_file_can_be_had(tab, SAID[reason], name="Два")
            hands.rename(tab, "Три")
            assert hands.name_in(place.project(token)) == "Раз"
        tab.until(lambda: tab.at("not-saved").count() == 0, "a save without a click")
        assert hands.name_in(place.project(token)) == "Три"
        _is_told_once(server, reason)


@linux
@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_full_disk(opens: Opens, place: Place) -> None:
    _survives(opens, place, _full_disk, "disk_full")


@pytest.mark.parametrize("place", [POSTGRESQL], indirect=True)
@pytest.mark.parametrize(
    ("fault", "reason"), [(_full_disk, "disk_full"), (_read_only, "not_writable")], ids=["full", "read only"]
)
def test_a_postgresql_that_cannot_write(opens: Opens, place: Place, fault: Fault, reason: str) -> None:
    _survives(opens, place, fault, reason)


@linux
@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_closed_directory(opens: Opens, place: Place) -> None:
    token, folder = place.begin(), Path(place.settings["VORONKA_DATA"])
    with ExitStack() as closed:
        closed.enter_context(limits.read_only(folder))
        server = closed.enter_context(running(place.settings, wrapped=limits.without_override))
        tab = opens(server.address)
        hands.open_link(tab, token)
        expect(tab.page.get_by_test_id("stAlert")).to_contain_text("Он никуда не делся")
        assert ask(server.address, "/readyz").status == 503
        _is_told_once(server, "not_writable")
    with running(place.settings, port=server.port):
        tab.at(hands.NAME).wait_for(timeout=40_000)
        hands.rename(tab, "Раз")
        assert ask(server.address, "/readyz").status == 200


@linux
@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_project_begins_where_nothing_can_be_written(opens: Opens, place: Place, tmp_path: Path) -> None:
    with running(place.settings, wrapped=limits.without_override) as server:
        with limits.read_only(tmp_path):
            tab = opens(server.address)
            tab.visit()
            tab.click("start.example")
            tab.follow("stages")
            hands.rename(tab, "Раз")
            _is_said_and_the_file_can_be_had(tab, SAID["not_writable"], name="Раз")
        tab.until(lambda: tab.at("not-saved").count() == 0, "a save without a click")
        tab.until(lambda: hands.token_of(tab) != "", "the link in the address")
    assert hands.name_in(place.project(hands.token_of(tab))) == "Раз"
