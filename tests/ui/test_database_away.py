"""Without the database nothing is lost, and what waited is saved when it is back."""

from __future__ import annotations

from tests.small import PROJECT
from tests.ui.kept import Tab
from tests.ui.linked import TYPICAL, Away, count, renamed
from wizard.model.edits.project import change_project
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts


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
