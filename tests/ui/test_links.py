"""A project is found again under its link, with its place and history; links are replaced, versions restored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.ui import projects
from tests.ui.kept import Tab
from tests.ui.linked import NAME, TYPICAL, UNKNOWN, count, renamed
from wizard.model.history import History
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts
from wizard.storage.place import Place


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What databases are asked from now on, by the first word of each statement."""
    verbs: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        verbs.append(statement.partition(" ")[0])

    event.listen(Engine, "before_cursor_execute", note)
    yield verbs
    event.remove(Engine, "before_cursor_execute", note)


def test_an_edit_asks_the_database_no_more_than_it_must(drafts: Drafts, made: Opened, asked: list[str]) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("stages")
    asked.clear()
    tab.put(NAME, "Заявка принята")
    assert asked == ["BEGIN", "SELECT", "UPDATE", "INSERT"]
    assert drafts.opened(made.token).project == renamed(TYPICAL, "Заявка принята")
    asked.clear()
    tab.run()
    assert asked == ["BEGIN", "SELECT"], "another writer is looked for at every click"


def test_a_project_that_begins_gets_a_link_in_the_address(drafts: Drafts) -> None:
    tab = Tab(drafts)
    assert (tab.address, count(drafts)) == ("", 0)
    tab.click("start.example")
    assert tab.address == tab.session.token
    assert drafts.opened(tab.address).project == tab.project
    assert count(drafts) == 1


def test_an_edit_is_saved_before_the_page_is_drawn_again(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("stages")
    tab.put(NAME, "Заявка пришла")
    kept = drafts.opened(made.token)
    assert kept.project == tab.project
    assert kept.project.pipeline("first_sale").stage("request_received").name == "Заявка пришла"
    assert tab.address == made.token


def test_a_reload_finds_project_place_and_history(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("stages")
    tab.put(NAME, "Заявка пришла")
    tab.session.choose("pipeline", "customer_support")
    tab.click("nav.next")
    again = Tab(drafts, made.token)
    assert again.session.history == tab.session.history
    assert (again.project.ready, again.session.chosen) == (tab.project.ready, {"pipeline": "customer_support"})
    again.click("undo")
    assert again.project.pipelines == TYPICAL.pipelines
    third = Tab(drafts, made.token)
    assert third.project == again.project
    third.click("redo")
    assert third.project.pipeline("first_sale").stage("request_received").name == "Заявка пришла"


def test_the_diagnosis_goes_on_after_a_reload(drafts: Drafts) -> None:
    tab = Tab(drafts)
    tab.click("go.goals")
    tab.at.text_input(key="company.name").set_value("Дом")
    tab.click("diagnosis.next")
    for expected in range(1, 9):
        tab = Tab(drafts, str(tab.session.token))
        tab.visit("goals")
        assert (tab.session.question, tab.session.asking, tab.session.company.name) == (expected, True, "Дом")
        tab.click("diagnosis.unknown")
    tab = Tab(drafts, str(tab.session.token))
    tab.visit("goals")
    tab.click("advice.create")
    assert tab.project.pipelines
    assert not tab.session.history.past if tab.session.history else False
    again = Tab(drafts, str(tab.session.token))
    assert (again.project, again.session.asking) == (tab.project, False)
    assert count(drafts) == 1


def test_funnels_made_anew_can_be_undone(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.session.question, tab.session.asking, tab.session.company = 9, True, TYPICAL.company.changed(industry="general")
    tab.visit("goals")
    tab.click("advice.create")
    assert tab.project.pipelines != TYPICAL.pipelines
    assert tab.address == made.token
    tab.click("undo")
    assert tab.project.pipelines == TYPICAL.pipelines


@pytest.mark.parametrize("token", [UNKNOWN, "short", "<script>", "a" * 5000])
def test_an_unknown_link_says_so_and_offers_the_start(drafts: Drafts, token: str) -> None:
    tab = Tab(drafts, token)
    assert [w.value for w in tab.at.warning] == [tab.session.tr("drafts.unknown")]
    assert (tab.session.is_open, count(drafts), tab.address) == (False, 0, token)
    tab.visit("stages")
    assert [w.value for w in tab.at.warning] == [tab.session.tr("drafts.unknown")]
    tab.click("link.start")
    assert (tab.address, tab.has("start.example"), count(drafts)) == ("", True, 0)


def test_back_to_another_project_s_address_opens_that_one(drafts: Drafts, made: Opened) -> None:
    other = drafts.create(History(projects.english()))
    tab = Tab(drafts, made.token)
    tab.follow(other.token)
    assert tab.project == projects.english()
    tab.follow(made.token)
    assert tab.project == TYPICAL
    tab.follow("")
    assert (tab.project, tab.address) == (TYPICAL, made.token)
    tab.follow(UNKNOWN)
    assert not tab.session.is_open


def test_a_closed_project_stays_where_it_is_kept(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.click("hub.leave")
    assert (tab.session.is_open, tab.address, tab.has("start.example")) == (False, "", True)
    tab.follow(made.token)
    assert tab.project == TYPICAL


def test_a_version_is_named_and_restored(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("versions")
    tab.click("versions.keep")
    assert [t.value for t in tab.at.toast] == [tab.session.tr("versions.no_name")]
    tab.at.text_input(key="versions.name").set_value("Перед встречей")
    tab.click("versions.keep")
    for name in ("Первое", "Второе"):
        tab.edit(renamed(TYPICAL, name))
    tab.click("restore.named.1")
    assert tab.project.pipelines == TYPICAL.pipelines
    assert [r.name for r in drafts.revisions(made.draft)] == ["", "", "", "Перед встречей"]
    tab.click("undo")
    assert tab.project.pipelines == renamed(TYPICAL, "Второе").pipelines


def test_links_are_replaced_and_the_tab_goes_on(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("access")
    tab.click("access.renew")
    assert tab.session.token != made.token
    tab.run()
    assert tab.address == tab.session.token
    tab.follow(made.token)
    assert (tab.project, tab.address) == (TYPICAL, tab.session.token)
    assert Tab(drafts, made.token).session.link.refused
    assert Tab(drafts, made.draft.view_token).session.link.refused


def test_a_deleted_project_is_gone_for_everybody(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("access")
    tab.click("access.delete")
    assert (tab.session.is_open, tab.has("start.example"), count(drafts)) == (False, True, 0)
    assert tab.session.link.former == (made.token, made.draft.view_token)
    tab.follow(made.token)
    assert not tab.session.is_open


def test_the_place_of_a_finished_diagnosis_is_no_diagnosis(drafts: Drafts, made: Opened) -> None:
    Tab(drafts, made.token)
    assert drafts.opened(made.token).place == Place(started=TYPICAL.started, ready=TYPICAL.ready)
