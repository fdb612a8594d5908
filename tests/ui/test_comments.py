"""Readers of the link that only shows say something at a stage; the owner settles it. The project stays as it is."""

from __future__ import annotations

from typing import Any

from tests.ui import projects
from tests.ui.kept import Tab
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.workshop import Note
from wizard.storage.comment import CommentState
from wizard.storage.comments import Comments
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts

TYPICAL = projects.typical()
EVIL = "<img src=x onerror=alert(1)> **почему** :smile:"


def reader(drafts: Drafts, made: Opened) -> Tab:
    tab = Tab(drafts, made.draft.view_token)
    tab.visit("stages")
    return tab


def say(tab: Tab, text: str, *, about: str = "stage", name: str = "") -> None:
    tab.put("comment.about.first_sale", about)
    tab.put("comment.text", text)
    if name:
        tab.put("comment.name", name)
    tab.click("comment.send")


def html(tab: Tab) -> str:
    parts: list[Any] = list(tab.at.get("html"))
    return "".join(str(part.value) for part in parts)


def test_a_reader_speaks_at_a_stage_and_the_project_stays_as_it_is(drafts: Drafts, made: Opened) -> None:
    tab = reader(drafts, made)
    say(tab, EVIL, name="Анна")
    say(tab, "Всё верно", about="funnel")
    said = [(c.pipeline, c.stage, c.text, c.name) for c in Comments(drafts.database).of(made.draft)]
    assert said == [
        ("first_sale", "", "Всё верно", "Анна"),
        ("first_sale", "request_received", EVIL, "Анна"),
    ]
    assert "&lt;img src=x onerror=alert(1)&gt; **почему** :smile:" in html(tab)
    assert "<img" not in html(tab)
    assert tab.widget("comment.text").value == ""
    again = drafts.opened(made.token)
    assert (again.project, again.draft.version) == (TYPICAL, made.draft.version)


def test_one_reader_does_not_see_what_another_said(drafts: Drafts, made: Opened) -> None:
    say(reader(drafts, made), "Только владельцу")
    assert "Только владельцу" not in html(reader(drafts, made))
    owner = Tab(drafts, made.token)
    owner.visit("stages")
    assert "Только владельцу" in html(owner)
    assert not owner.has("comment.send")


def test_what_is_refused_stays_typed_and_is_told(drafts: Drafts, made: Opened) -> None:
    tab = reader(drafts, made)
    say(tab, " ")
    assert tab.session.tr("comment.refused.empty") in [each.value.replace("\\", "") for each in tab.at.error]
    say(tab, "я" * 1_001)
    assert tab.session.tr("comment.refused.long", most=1_000) in [each.value.replace("\\", "") for each in tab.at.error]
    assert tab.widget("comment.text").value == "я" * 1_001
    for number in range(20):
        say(tab, f"Вопрос {number}")
    say(tab, "Ещё один")
    assert tab.widget("comment.text").value == "Ещё один"
    assert len(Comments(drafts.database).of(made.draft)) == 20


def test_the_owner_resolves_one_and_keeps_another_for_later(drafts: Drafts, made: Opened) -> None:
    tab = reader(drafts, made)
    say(tab, "Почему так?", name="Анна")
    say(tab, "Опечатка", about="funnel")
    typo, question = Comments(drafts.database).of(made.draft)
    owner = Tab(drafts, made.token)
    assert owner.session.tr.plural("comment.new", 2) in "".join(owner.words())
    owner.visit("comments")
    owner.click(f"comment.list.{question.id}.noted")
    owner.click(f"comment.list.{typo.id}.resolved")
    place = "pipelines/first_sale/stages/request_received"
    note = Note(id=f"comment-{question.id}", text="Почему так?", path=place, by="Анна")
    assert owner.project.workshop.notes == (note,)
    states = [each.state for each in Comments(drafts.database).of(made.draft)]
    assert states == [CommentState.RESOLVED, CommentState.NOTED]
    owner.click("undo")
    assert len(owner.project.workshop.notes) == 0
    assert not owner.keys("comment.list.")


def test_a_comment_outlives_what_it_is_about(drafts: Drafts, made: Opened) -> None:
    say(reader(drafts, made), "Зачем он?", name="Анна")
    owner = Tab(drafts, made.token)
    owner.session.commit(delete_stage, StageRef("first_sale", "request_received"))
    owner.visit("comments")
    about = next(each.value for each in owner.at.caption if each.value.startswith("Анна"))
    assert about.endswith(f"{TYPICAL.pipeline('first_sale').name}, этапа уже нет")


def test_a_click_on_the_stages_page_asks_for_no_comments(drafts: Drafts, made: Opened) -> None:
    owner = Tab(drafts, made.token)
    owner.visit("stages")
    say(reader(drafts, made), "Позже")
    owner.put("stage.first_sale.request_received.name", "Заявка")
    assert "Позже" not in html(owner)
    owner.visit("goals")
    owner.visit("stages")
    assert "Позже" in html(owner)
