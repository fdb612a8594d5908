"""Several tabs on one project: readers follow what is saved, and no writer overwrites another unseen."""

from __future__ import annotations

from tests.ui import projects
from tests.ui.kept import Tab
from tests.ui.linked import TYPICAL, count, renamed
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.project import change_project
from wizard.model.history import History
from wizard.model.project import Project, Step
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts


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
            "stages.view",
            "pasted_rows",
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


def test_a_link_that_only_shows_has_no_handles_on_the_board_and_a_table_to_read(drafts: Drafts, made: Opened) -> None:
    for token, writes in ((made.draft.view_token, False), (made.token, True)):
        tab = Tab(drafts, token)
        tab.visit(Step.STAGES)
        assert any("browser.board" in e.proto.id for e in tab.at if e.type == "bidi_component") is writes
        tab.at.segmented_control(key="stages.view").set_value("table")
        tab.run()
        [table] = tab.at.data_editor
        assert table.proto.disabled is not writes


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
