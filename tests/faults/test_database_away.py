"""PostgreSQL is stopped for a while: the page says so, keeps every change, and saves when it is back."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Server, running
from tests.faults import hands
from tests.faults.conftest import Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab
from tests.postgresql import Cluster, cluster
from wizard.model.changes import Changed
from wizard.storage.project_file import load

pytestmark = [pytest.mark.browser, pytest.mark.postgresql]

NOT_SAVED = "Сохранить сейчас не удаётся: хранилище проектов не отвечает."


@pytest.fixture(scope="module")
def own() -> Iterator[Cluster]:
    """A PostgreSQL that may be stopped."""
    with cluster() as started:
        yield started


@pytest.fixture(scope="module")
def place(own: Cluster) -> Place:
    return Place({"VORONKA_DATABASE_URL": own.create_database("away")})


@pytest.fixture(scope="module")
def server(place: Place) -> Iterator[Server]:
    with running(place.settings) as started:
        yield started


@pytest.fixture(autouse=True)
def up_afterwards(own: Cluster) -> Iterator[None]:
    yield
    if not own.is_up():
        own.start()


def _is_saved(tab: Tab) -> float:
    """Wait for it; the seconds it took."""
    return tab.until(lambda: tab.at("not-saved").count() == 0, "a save without a click")


def _renamed(*names: str) -> list[tuple[Changed, ...]]:
    """What the history says of these names given one after another, newest first."""
    pairs = zip(("Заявка получена", *names), names, strict=False)
    told = [(Changed("stage_renamed", ("Первичная продажа", *pair)),) for pair in pairs]
    return [*reversed(told), ()]


@pytest.mark.parametrize("seconds", [0, pytest.param(10, marks=pytest.mark.long)])
def test_changes_made_meanwhile_are_all_saved_in_their_order(
    opens: Opens, own: Cluster, place: Place, server: Server, seconds: int
) -> None:
    token = place.begin()
    tab = opens(server.address)
    hands.open_link(tab, token)
    hands.rename(tab, "Ноль")
    own.stop()
    for name in ("Раз", "Два", "Лишнее"):
        hands.rename(tab, name)
        expect(tab.at("not-saved")).to_contain_text(NOT_SAVED)
    for name in ("Два", "Раз", "Ноль"):
        tab.click("undo")
        hands.shows(tab, name)
    for name in ("Раз", "Два"):
        tab.click("redo")
        hands.shows(tab, name)
    hands.rename(tab, "Три")
    time.sleep(seconds)
    assert hands.name_in(load(tab.download("saving.download"))) == "Три"
    own.start()
    _is_saved(tab)
    expect(tab.page.get_by_test_id("stToast").last).to_contain_text("Всё сохранено")
    hands.shows(tab, "Три")
    with place.drafts() as drafts:
        told = [revision.changes for revision in drafts.revisions(drafts.opened(token).draft)]
    assert told == _renamed("Ноль", "Раз", "Два", "Три")
    hands.reload(tab)
    hands.shows(tab, "Три")
    tab.click("undo")
    hands.shows(tab, "Два")


def test_a_project_that_begins_meanwhile_is_kept_and_gets_its_link(
    opens: Opens, own: Cluster, place: Place, server: Server
) -> None:
    before = place.count()
    tab = opens(server.address)
    tab.visit()
    own.stop()
    tab.click("start.example")
    expect(tab.at("not-saved")).to_contain_text(NOT_SAVED)
    tab.follow("stages")
    hands.rename(tab, "Раз")
    assert hands.token_of(tab) == ""
    own.start()
    _is_saved(tab)
    tab.until(lambda: hands.token_of(tab) != "", "the link in the address")
    token = hands.token_of(tab)
    assert (hands.name_in(place.project(token)), place.count()) == ("Раз", before + 1)
    hands.reload(tab)
    hands.shows(tab, "Раз")


def test_a_link_opened_meanwhile_is_not_called_unknown_and_opens_later(
    opens: Opens, own: Cluster, place: Place, server: Server
) -> None:
    token = place.begin()
    own.stop()
    tab = opens(server.address)
    hands.open_link(tab, token)
    said = tab.page.get_by_test_id("stAlert")
    expect(said).to_contain_text("Хранилище проектов сейчас не отвечает")
    expect(said).not_to_contain_text("По этой ссылке проекта нет")
    own.start()
    tab.at(hands.NAME).wait_for(timeout=40_000)
    hands.shows(tab, "Заявка получена")
    assert hands.token_of(tab) == token


def test_a_project_is_not_left_meanwhile(opens: Opens, own: Cluster, place: Place, server: Server) -> None:
    ours = place.begin()
    tab = opens(server.address)
    hands.open_link(tab, ours)
    own.stop()
    hands.rename(tab, "Раз")
    tab.at("top").get_by_role("link").first.click()
    tab.at("hub.leave").wait_for()
    tab.click("hub.leave")
    expect(tab.page.get_by_test_id("stToast").last).to_contain_text("последние правки ещё не сохранены")
    tab.follow("versions")
    expect(tab.page.get_by_role("main")).to_contain_text("поэтому история не видна")
    own.start()
    _is_saved(tab)
    assert hands.name_in(place.project(ours)) == "Раз"
