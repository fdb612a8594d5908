"""Export: what is offered first and on request, what stands on papers, and a look before anything is taken."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from exports import EXPORTERS
from exports.exporter import Options
from exports.papers.chat_text import message
from exports.papers.matter import Matter
from exports.press import Press, State
from tests.exports.papers.hard import with_everything
from tests.exports.test_logo import png, svg
from tests.ui import projects
from tests.ui.app import App, opened
from tests.ui.kept import Tab
from wizard.lint import runner
from wizard.model.diagnosis import Account
from wizard.model.history import History
from wizard.model.pipeline import Launch
from wizard.model.project import Project
from wizard.storage.drafts import Drafts
from wizard.ui import pressing

TYPICAL = projects.typical()
FIRST = ["export.pack", "export.reading-pdf", "export.memo-pdf", "export.checklist-html"]
DAY = dt.date(2026, 12, 1)
PATIENCE = 60.0


@pytest.fixture(autouse=True)
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    """One that is soon gone."""
    made = Press(idle=0.5)
    monkeypatch.setattr(pressing, "press", lambda: made)
    return made


def taken(app: App) -> list[str]:
    """The buttons that give files, as they stand on the page."""
    return [button.key for button in app.at.download_button if button.key]


def launched(project: Project, launch: Launch) -> Project:
    return project.changed(pipelines=tuple(p.changed(launch=launch) for p in project.pipelines))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("project", [TYPICAL, projects.english(), projects.broken()])
def test_what_everybody_needs_comes_first_and_the_rest_is_folded(project: Project, language: str) -> None:
    app = opened(project, "export", language=language)
    assert taken(app) == FIRST
    assert app.has("export.review") is bool(runner.run(project).blocking)
    app.unfold()
    experts = [f"export.{known.id}" for known in EXPORTERS if known.for_experts]
    assert taken(app)[-len(experts) :] == experts


def test_a_project_without_funnels_has_no_papers() -> None:
    app = opened(Project(), "export")
    assert taken(app) == ["export.pack", "export.checklist-html"]
    app.unfold()
    assert not app.has("export.specification-docx")
    assert not app.at.code


def test_more_papers_are_offered_as_pdf_and_for_word() -> None:
    app = opened(TYPICAL, "export")
    app.unfold()
    assert app.has("export.specification-docx")
    assert not app.has("export.migration_table-pdf")
    live = TYPICAL.changed(diagnosis=TYPICAL.diagnosis.changed(account=Account.LIVE_DEALS))
    app = opened(live, "export")
    app.unfold()
    assert app.has("export.migration_table-pdf")


def test_the_text_for_the_team_s_chat_is_there_to_copy() -> None:
    app = opened(TYPICAL, "export")
    app.unfold()
    app.put("export.launch", DAY)
    [code] = app.at.code
    assert code.value == message(Matter(TYPICAL, Options(launch=DAY)))


def test_what_stands_on_papers_is_chosen_here_and_changes_nothing_in_the_project() -> None:
    app = opened(TYPICAL, "export")
    app.unfold()
    app.put("export.date", DAY)
    app.put("export.version", " 2 ")
    app.put("export.launch", dt.date(2026, 12, 14))
    app.put("export.all", True)
    chosen = app.session.exporting.options(TYPICAL, today=dt.date(2026, 1, 1), logo=b"")
    assert chosen == Options(all_pipelines=True, date=DAY, version="2", launch=dt.date(2026, 12, 14))
    assert app.project == TYPICAL


@pytest.mark.parametrize(("launch", "switch", "on"), [(Launch.NOW, False, False), (Launch.LATER, True, True)])
def test_what_is_exported_follows_what_is_launched(launch: Launch, *, switch: bool, on: bool) -> None:
    app = opened(launched(TYPICAL, launch), "export")
    assert app.has("export.all") is switch
    assert app.session.exporting.takes_all(app.project) is on


def test_a_logo_is_kept_with_the_draft_and_seen_by_its_readers(drafts: Drafts) -> None:
    draft = drafts.create(History(TYPICAL)).draft
    tab = Tab(drafts, draft.token)
    tab.visit("export")
    tab.unfold()
    tab.put("export.logo.0", ("logo.svg", svg(), "image/svg+xml"))
    assert b"#0a6b62" in tab.session.exporting.logo
    reader = Tab(drafts, draft.view_token)
    reader.visit("export")
    reader.unfold()
    assert reader.session.exporting.logo == tab.session.exporting.logo
    assert (reader.has("export.logo.0"), reader.widget("export.logo_drop").disabled) == (False, True)
    assert not reader.widget("export.pack").disabled
    tab.click("export.logo_drop")
    reader.run()
    assert (tab.session.exporting.logo, reader.session.exporting.logo) == (b"", b"")


def test_what_is_no_logo_is_said_and_the_one_before_stays() -> None:
    app = opened(TYPICAL, "export")
    app.unfold()
    app.put("export.logo.0", ("logo.png", png(40, 20), "image/png"))
    kept = app.session.exporting.logo
    app.put("export.logo.1", ("logo.svg", svg("<script/>"), "image/svg+xml"))
    assert kept
    assert app.session.exporting.logo == kept
    assert [error.value for error in app.at.error] == [
        "В SVG есть то, что не рисует \\(script\\)\\: сохраните логотип без скриптов и вложений или возьмите PNG\\."
    ]
    app.click("export.logo_drop")
    assert (app.session.exporting.logo, list(app.at.error)) == (b"", [])


def test_a_paper_is_leafed_through_before_it_is_taken() -> None:
    app = opened(TYPICAL, "export")
    app.click("export.memo.look")
    look = "export.memo.look"
    assert app.has(f"{look}.leave")
    _wait(app, look)
    assert (app.widget(f"{look}.back").disabled, app.has(f"{look}.leave")) == (True, False)
    app.click(f"{look}.next")
    app.click(f"{look}.next")
    assert (app.session.exporting.page, app.widget(f"{look}.next").disabled) == (2, True)
    app.click(look)
    assert not app.has(f"{look}.next")


def test_every_document_is_seen_before_it_is_taken() -> None:
    app = opened(with_everything(), "export")
    app.unfold()
    looks = [button.key for button in app.at.button if button.key and button.key.endswith(".look")]
    unseen = []
    for look in looks:
        app.click(look)
        _wait(app, look)
        if not [*app.at.get("image"), *app.at.get("iframe"), *app.at.dataframe]:
            unseen.append(look)
        app.click(look)
    for_people = {key.split(".")[1].rpartition("-")[0] for key in taken(app) if key.endswith(("pdf", "docx", "xlsx"))}
    assert for_people - {look.split(".")[1] for look in looks} == set()
    assert unseen == []


def test_a_file_that_is_made_is_told_of_left_and_at_hand(press: Press) -> None:
    app = opened(TYPICAL, "export")
    app.click("export.pack")
    assert (app.has("export.pack"), app.has("export.pack.leave")) == (False, True)
    job = app.session.exporting.asked["export.pack"]
    app.click("export.pack.leave")
    left = press.known(job)
    assert left
    assert (app.has("export.pack"), left.state) == (True, State.LEFT)
    app.click("export.checklist-html")
    _wait(app, "export.checklist")
    work = press.known(app.session.exporting.job("checklist-html", TYPICAL, job.options))
    assert work
    assert work.result.startswith(b"<!doctype html>")


def test_a_file_that_cannot_be_made_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(TYPICAL, "export")
    monkeypatch.setattr(pressing, "press", lambda: Press(waiting=0))
    app.click("export.pack")
    assert [error.value for error in app.at.error] == [
        "Сейчас готовится слишком много файлов. Попробуйте через минуту."
    ]


def _wait(app: App, place: str) -> None:
    """Until what is made for a place is over, and the page has seen it."""
    until = time.monotonic() + PATIENCE
    while place in app.session.exporting.asked and time.monotonic() < until:
        time.sleep(0.1)
        app.run()
    assert place not in app.session.exporting.asked
