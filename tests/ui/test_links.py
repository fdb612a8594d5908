"""A project is found again under its link, follows what others save, and is never lost or overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from tests.small import PROJECT
from tests.ui import projects
from tests.ui.kept import Tab
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.project import change_project
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.history import History
from wizard.model.project import Project, Step
from wizard.storage.database import Database, address
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts
from wizard.storage.place import Place
from wizard.storage.refused import UnavailableError
from wizard.storage.tables import DRAFT

UNKNOWN = "a" * 32
TYPICAL = projects.typical()
FIRST = StageRef("first_sale", "request_received")
NAME = "stage.first_sale.request_received.name"


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[Drafts]:
    kept = Drafts(Database(address({"VORONKA_DATA": str(tmp_path)})))
    yield kept
    kept.database.close()


@pytest.fixture
def made(drafts: Drafts) -> Opened:
    return drafts.create(History(TYPICAL))


def count(drafts: Drafts) -> int:
    with drafts.database.reading() as connection:
        return len(connection.execute(select(DRAFT.c.id)).all())


def renamed(project: Project, name: str) -> Project:
    return change_stage(project, FIRST, name=name)


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


def test_a_link_that_only_shows_changes_nothing(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.draft.view_token)
    for page in (*Step, "review"):
        tab.visit(page)
        tab.unfold()
        kinds = ("text_input", "text_area", "number_input", "selectbox", "multiselect", "toggle", "segmented_control")
        writable = [e.key for kind in kinds for e in tab.at.get(kind) if not getattr(e, "disabled", False)]
        looking = (
            "choose.",
            "new",
            "keep.note",
            "product",
            "goals.empty",
            "versions.name",
            "answer.new",
            ".mode",
            "try.",
            "what_if.",
            "comment.",
        )
        assert [key for key in writable if not any(word in str(key) for word in looking)] == []
        for button in [b for b in tab.at.button if not b.disabled]:
            button.click()
            tab.run()
            tab.visit(page)
    assert not tab.session.commit(change_project, revenue_goal=1)
    assert drafts.opened(made.token) == made
    tab.click("readonly.copy")
    assert (tab.project, tab.session.readonly) == (TYPICAL, False)
    assert tab.session.token not in (made.token, made.draft.view_token, None)


def test_a_reader_sees_what_the_owner_saves(drafts: Drafts, made: Opened) -> None:
    reader, owner = Tab(drafts, made.draft.view_token), Tab(drafts, made.token)
    owner.edit(renamed(TYPICAL, "Заявка пришла"))
    reader.run()
    assert reader.project == owner.project


def test_an_idle_tab_goes_on_from_what_another_one_saved(drafts: Drafts, made: Opened) -> None:
    idle, busy = Tab(drafts, made.token), Tab(drafts, made.token)
    busy.edit(renamed(TYPICAL, "Заявка пришла"))
    idle.run()
    assert idle.project == busy.project
    assert [t.value for t in idle.at.toast] == [idle.session.tr("notice.refreshed")]
    idle.edit(renamed(idle.project, "Заявка принята"))
    assert drafts.opened(made.token).project == idle.project


def _both_write(drafts: Drafts, made: Opened, mine: Project) -> Tab:
    """A tab whose edit came later than another tab's."""
    late, early = Tab(drafts, made.token), Tab(drafts, made.token)
    early.edit(renamed(TYPICAL, "Заявка пришла"))
    late.edit(mine)
    assert drafts.opened(made.token).project == early.project
    assert late.project == mine
    return late


def test_the_later_writer_is_told_what_changed_and_can_do_nothing_else(drafts: Drafts, made: Opened) -> None:
    late = _both_write(drafts, made, renamed(TYPICAL, "Заявка принята"))
    said = " ".join(late.words())
    assert late.session.tr("drafts.changed_elsewhere") in said
    assert "Заявка пришла" in said
    assert "Заявка принята" in said
    assert not late.has("writers.merge")
    assert not late.session.commit(change_project, revenue_goal=1)
    late.run()
    assert drafts.opened(made.token).project == renamed(TYPICAL, "Заявка пришла")


def test_the_later_writer_may_take_the_newer_state(drafts: Drafts, made: Opened) -> None:
    late = _both_write(drafts, made, renamed(TYPICAL, "Заявка принята"))
    late.click("writers.show_theirs")
    assert late.project == renamed(TYPICAL, "Заявка пришла") == drafts.opened(made.token).project
    assert not late.has("writers.show_theirs")


def test_the_later_writer_may_go_on_with_a_copy(drafts: Drafts, made: Opened) -> None:
    mine = renamed(TYPICAL, "Заявка принята")
    late = _both_write(drafts, made, mine)
    late.click("writers.copy")
    late.run()
    assert late.address not in (made.token, "")
    assert drafts.opened(late.address).project == mine
    assert drafts.opened(made.token).project == renamed(TYPICAL, "Заявка пришла")


def test_changes_in_different_funnels_are_offered_together(drafts: Drafts, made: Opened) -> None:
    mine = change_pipeline(TYPICAL, "refusal_warming", goal="Вернуть отказавших")
    late = _both_write(drafts, made, mine)
    late.click("writers.merge")
    both = renamed(mine, "Заявка пришла")
    assert late.project == both == drafts.opened(made.token).project
    late.click("undo")
    assert late.project == renamed(TYPICAL, "Заявка пришла")


def test_a_project_deleted_elsewhere_can_be_kept_as_a_copy(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    drafts.delete(made.draft)
    tab.edit(renamed(TYPICAL, "Заявка принята"))
    assert tab.session.tr("drafts.gone") in " ".join(tab.words())
    tab.click("writers.copy")
    tab.run()
    assert drafts.opened(tab.address).project == renamed(TYPICAL, "Заявка принята")
    assert count(drafts) == 1


def test_what_is_left_of_a_deleted_project_is_closed_on_purpose_only(drafts: Drafts, made: Opened) -> None:
    other = drafts.create(History(projects.english()))
    tab = Tab(drafts, made.token)
    drafts.delete(made.draft)
    tab.run()
    tab.follow(other.token)
    assert (tab.project, tab.address) == (TYPICAL, made.token)
    tab.click("writers.close")
    assert not tab.session.is_open
    tab.follow(other.token)
    assert tab.project == projects.english()


class Away:
    """A database that can be taken away."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts, self.is_away = drafts, True

    def __call__(self) -> Drafts:
        if self.is_away:
            raise UnavailableError
        return self.drafts


def test_without_the_database_edits_stay_and_are_saved_when_it_is_back(drafts: Drafts, made: Opened) -> None:
    away = Away(drafts)
    away.is_away = False
    tab = Tab(drafts, made.token, connect=away)
    away.is_away = True
    for name in ("Первое", "Второе", "Третье"):
        tab.edit(renamed(TYPICAL, name))
        assert [e.value for e in tab.at.error] == [tab.session.tr("drafts.unavailable")]
        assert tab.has("saving.download")
    tab.click("undo")
    assert tab.project == renamed(TYPICAL, "Второе")
    assert not tab.session.begin(PROJECT), "what is not saved is not left"
    away.is_away = False
    tab.run()
    assert [e.value for e in tab.at.error] == []
    kept = drafts.opened(made.token)
    assert (kept.project, len(kept.history.past), len(kept.history.future)) == (renamed(TYPICAL, "Второе"), 2, 1)


def test_an_edit_whose_answer_was_lost_is_no_quarrel_with_oneself(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    drafts.save(made.draft, made.history.commit(renamed(TYPICAL, "Первое")))
    tab.edit(renamed(TYPICAL, "Первое"))
    assert not tab.has("writers.copy")
    assert tab.session.history == drafts.opened(made.token).history


def test_without_the_database_a_project_begins_and_gets_its_link_later(drafts: Drafts) -> None:
    away = Away(drafts)
    tab = Tab(drafts, connect=away)
    tab.click("start.example")
    assert (tab.address, count(drafts)) == ("", 0)
    tab.edit(change_project(tab.project, revenue_goal=7))
    away.is_away = False
    tab.run()
    tab.run()
    assert drafts.opened(tab.address).project == tab.project
    assert len(drafts.opened(tab.address).history.past) == 1


def test_without_the_database_a_link_is_not_called_unknown(drafts: Drafts, made: Opened) -> None:
    away = Away(drafts)
    tab = Tab(drafts, made.token, connect=away)
    assert [e.value for e in tab.at.error] == [tab.session.tr("drafts.cannot_open")]
    away.is_away = False
    tab.click("link.again")
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
