"""A client answers before the meeting by a link; the answers wait, are compared and taken in by one click."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from tests.ui import projects
from tests.ui.app import ROOT
from tests.ui.kept import Tab
from wizard.model.diagnosis import Payment, Source
from wizard.model.history import History
from wizard.model.project import Company, Project
from wizard.model.questionnaire import ClientAnswers
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts
from wizard.storage.questionnaire import FormState, Questionnaire
from wizard.storage.questionnaires import Questionnaires
from wizard.storage.refused import UnavailableError
from wizard.ui.audited import Audited
from wizard.ui.keeping import Keeping
from wizard.ui.session import Session

EVIL = "<script>alert(1)</script> **Дом** :smile: " + "я" * 100
TYPICAL = projects.typical()


@pytest.fixture
def sheets(drafts: Drafts) -> Questionnaires:
    return Questionnaires(drafts.database)


class Client(Tab):
    """The client's tab."""

    def __init__(self, drafts: Drafts, token: str, *, language: str = "ru") -> None:
        self.away = False
        self.session = Session(language=language, keeping=Keeping(lambda: self._drafts(drafts)))
        self.at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        self.at.session_state["voronka"] = self.session
        self.at.query_params["q"] = token
        self.run()

    def _drafts(self, drafts: Drafts) -> Drafts:
        if self.away:
            raise UnavailableError
        return drafts

    def told(self) -> str:
        return "\n".join(self.words())


def shown(tab: Tab) -> str:
    """All HTML of ours on the page."""
    parts: list[Any] = list(tab.at.get("html"))
    return "".join(str(part.value) for part in parts)


def only(sheets: Questionnaires, made: Opened) -> Questionnaire:
    (found,) = sheets.of(made.draft)
    return found


def test_answers_are_saved_as_they_are_given_and_a_reload_finds_them(
    drafts: Drafts, sheets: Questionnaires, made: Opened
) -> None:
    token = sheets.make(made.draft).token
    tab = Client(drafts, token)
    tab.put("client.company", EVIL)
    tab.put("client.industry", "furniture")
    tab.put("client.sources", ["site", "calls"])
    tab.put("client.main_source", "calls")
    tab.put("client.payment", "after")
    tab.put("client.requests", 120)
    tab.put("client.stages", "Новая\nДумает")
    answers = only(sheets, made).answers
    assert (answers.company, answers.industry, answers.requests, answers.stages) == (
        EVIL.strip(),
        "furniture",
        120,
        "Новая\nДумает",
    )
    assert answers.diagnosis.sources == (Source.SITE, Source.CALLS)
    assert (answers.diagnosis.main_source, answers.diagnosis.payment) == (Source.CALLS, Payment.AFTER)
    again = Client(drafts, token)
    seen = [again.widget(f"client.{name}").value for name in ("company", "requests", "stages", "payment", "sources")]
    assert seen == [EVIL, 120, "Новая\nДумает", "after", ["site", "calls"]]
    again.put("client.payment", None)
    assert only(sheets, made).answers.diagnosis.payment is None


def test_a_client_sees_nothing_of_the_project(drafts: Drafts, sheets: Questionnaires, made: Opened) -> None:
    tab = Client(drafts, sheets.make(made.draft).token)
    tab.session.keeping = Keeping(lambda: drafts)
    tab.at.query_params["p"] = made.token
    tab.run()
    said = tab.told()
    assert not tab.session.is_open
    assert not [name for name in (TYPICAL.company.name, *(p.name for p in TYPICAL.pipelines)) if name in said]
    assert not tab.has("undo")


def test_once_sent_the_answers_are_shown_escaped_and_nothing_can_be_changed(
    drafts: Drafts, sheets: Questionnaires, made: Opened
) -> None:
    token = sheets.make(made.draft).token
    tab, other = Client(drafts, token), Client(drafts, token)
    tab.click("client.send")
    assert tab.session.tr("client.refused.empty").split(":")[0].rstrip(".") in tab.told().replace("\\", "")
    tab.put("client.hurts", EVIL)
    tab.click("client.send")
    html = shown(tab)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **Дом** :smile:" in html
    assert "<script>" not in html
    other.put("client.hurts", "Другое")
    assert not other.has("client.send")
    assert only(sheets, made).answers == ClientAnswers(hurts=EVIL.strip())


def test_a_guessed_and_a_closed_link_are_told_and_ask_nothing(
    drafts: Drafts, sheets: Questionnaires, made: Opened
) -> None:
    sheet = sheets.make(made.draft)
    sheets.withdraw(made.draft, sheet.id)
    for token, key in (("a" * 32, "unknown"), ("<b>", "unknown"), (made.token, "unknown"), (sheet.token, "closed")):
        tab = Client(drafts, token)
        assert [each.value for each in tab.at.warning] == [tab.session.tr(f"client.refused.{key}")]
        assert not tab.keys("client.")


def test_answers_that_cannot_be_saved_wait_and_are_saved_later(
    drafts: Drafts, sheets: Questionnaires, made: Opened
) -> None:
    tab = Client(drafts, sheets.make(made.draft).token)
    tab.away = True
    tab.put("client.hurts", "Долго думают")
    assert tab.session.desk.unsaved == {"hurts": "Долго думают"}
    tab.away = False
    tab.run()
    assert (tab.session.desk.unsaved, only(sheets, made).answers.hurts) == ({}, "Долго думают")


def test_an_answer_too_long_to_keep_stays_in_its_box_with_the_reason_and_is_not_sent(
    drafts: Drafts, sheets: Questionnaires, made: Opened
) -> None:
    tab = Client(drafts, sheets.make(made.draft).token)
    why, unkept = (tab.session.tr(f"client.refused.{key}") for key in ("value", "unkept"))
    tab.put("client.hurts", "Долго думают")
    tab.put("client.wishes", "я" * 10_001)
    assert ([each.value for each in tab.at.error], len(tab.widget("client.wishes").value)) == ([why], 10_001)
    tab.click("client.send")
    said = [each.value.replace("\\", "") for each in tab.at.error]
    assert said == [unkept, why, unkept]
    assert only(sheets, made).answers == ClientAnswers(hurts="Долго думают")
    tab.put("client.wishes", "Короче")
    tab.click("client.send")
    assert only(sheets, made).answers == ClientAnswers(hurts="Долго думают", wishes="Короче")


def filled(sheets: Questionnaires, made: Opened) -> Questionnaire:
    token = sheets.make(made.draft).token
    sheets.answer(token, by="Анна", company="Дом <b>", requests=120, deals=9, average_check=80_000)
    sheets.answer(token, payment=Payment.AFTER, stages="Новая заявка\nДумает\nСчёт", hurts="Долго думают")
    sheets.send(token)
    return only(sheets, made)


def test_the_owner_compares_and_takes_the_answers_in_by_one_edit(
    drafts: Drafts, sheets: Questionnaires, made: Opened
) -> None:
    sheet = filled(sheets, made)
    tab = Tab(drafts, made.token)
    tab.visit("client")
    html = shown(tab)
    assert "Дом &lt;b&gt;" in html
    assert TYPICAL.company.name in html
    before = tab.project
    tab.click(f"client.{sheet.id}.take")
    sale = tab.project.pipeline("first_sale")
    assert (tab.project.company.name, tab.project.diagnosis.payment) == ("Дом <b>", Payment.AFTER)
    assert (sale.entries, sale.wins, sale.average_check) == (120, 9, 80_000)
    notes = [(note.text.partition(":")[2].strip(), note.by) for note in tab.project.workshop.notes]
    assert notes == [("Новая заявка\nДумает\nСчёт", "Анна"), ("Долго думают", "Анна")]
    assert only(sheets, made).state is FormState.TAKEN
    assert shown(tab).count("<td>в вопросах на потом</td>") == 2
    tab.click("undo")
    assert tab.project == before
    tab.click(f"client.{sheet.id}.take")
    assert tab.project.company.name == "Дом <b>"


def test_pasted_stages_go_to_the_audit(drafts: Drafts, sheets: Questionnaires, made: Opened) -> None:
    sheet = filled(sheets, made)
    tab = Tab(drafts, made.token)
    tab.visit("client")
    tab.click(f"client.{sheet.id}.audit")
    assert isinstance(tab.session.audited, Audited)
    names = [stage.name for stage in tab.session.audited.project.pipelines[0].stages]
    assert names == ["Новая заявка", "Думает", "Счёт"]


def test_a_project_without_funnels_goes_on_with_what_the_answers_recommend(
    drafts: Drafts, sheets: Questionnaires
) -> None:
    made = drafts.create(History(Project(company=Company(name="Черновик"))))
    sheet = filled(sheets, made)
    tab = Tab(drafts, made.token)
    tab.visit("client")
    tab.click(f"client.{sheet.id}.take")
    tab.visit("goals")
    tab.click("advice.create")
    assert (tab.project.company.name, tab.project.diagnosis.payment) == ("Дом <b>", Payment.AFTER)
    assert [note.text.partition(":")[2].strip() for note in tab.project.workshop.notes][:3] == ["120", "9", "80\xa0000"]


def test_links_are_made_closed_and_deleted_and_a_reader_sees_none(
    drafts: Drafts, sheets: Questionnaires, made: Opened
) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("client")
    tab.click("client.make")
    number = only(sheets, made).id
    tab.click(f"client.{number}.withdraw")
    assert only(sheets, made).state is FormState.CLOSED
    tab.click(f"client.{number}.forget")
    assert sheets.of(made.draft) == ()
    reader = Tab(drafts, made.draft.view_token)
    reader.visit("client")
    assert not reader.has("client.make")


def test_a_browser_that_missed_what_was_drawn_is_told_the_answers_again(drafts: Drafts, sheets: Questionnaires) -> None:
    """A phone's page is drawn twice at once, and the second drawing may replace the first before it is seen."""
    link = sheets.make(drafts.create(History(TYPICAL)).draft)
    sheets.answer(link.token, company="Дом и сад", requests=120, hurts="Ждём", payment=Payment.AFTER)
    client = Client(drafts, link.token)
    client.at._run(WidgetStates())  # noqa: SLF001 - a run for which the browser knows of no widget
    boxes = [*client.at.text_input, *client.at.number_input, *client.at.text_area]
    assert {box.key: box.value for box in boxes if box.proto.set_value and box.value} == {
        "client.company": "Дом и сад",
        "client.requests": 120,
        "client.hurts": "Ждём",
    }
