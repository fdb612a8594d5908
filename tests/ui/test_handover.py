"""What is sent to whoever sets amoCRM up."""

from __future__ import annotations

import pytest
import streamlit as st

from tests.ui import projects
from tests.ui.app import App
from tests.ui.kept import Tab
from wizard.model.history import History
from wizard.model.pipeline import Launch
from wizard.storage.drafts import kept
from wizard.ui.steps.handover import letter


def test_the_letter_is_in_the_project_s_language_and_holds_the_link() -> None:
    text = letter(projects.english(), "https://voronka.example/?p=view")
    assert text.startswith("Subject: funnels in amoCRM, Oak & Ash\n\nHello.")
    assert "“First sale”" in text
    assert "https://voronka.example/?p=view" in text


def test_where_nothing_is_launched_yet_all_funnels_are_sent() -> None:
    later = tuple(p.changed(launch=Launch.LATER) for p in projects.english().pipelines)
    text = letter(projects.english().changed(pipelines=later), "")
    assert "“First sale”" in text


def test_files_and_letter_are_at_hand_and_only_the_link_that_shows() -> None:
    draft = kept().create(History(projects.typical())).draft
    tab = Tab(kept(), draft.token)
    tab.visit("handover")
    assert tab.widget("handover.checklist-html")
    assert tab.widget("handover.amocrm-json")
    [code] = tab.at.code
    assert code.value.startswith("Тема: воронки в amoCRM, Мебель и точка")
    assert draft.token not in code.value


def test_the_link_opens_in_the_language_of_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(st.context), "url", "https://voronka.example/handover?p=secret")
    draft = kept().create(History(projects.english())).draft
    tab = Tab(kept(), draft.token)
    tab.visit("handover")
    [code] = tab.at.code
    assert f"https://voronka.example/?p={draft.view_token}&lang=en\n" in code.value


def test_a_project_that_is_kept_nowhere_has_no_link() -> None:
    app = App(projects.typical())
    app.visit("handover")
    [code] = app.at.code
    assert "?p=" not in code.value
    app.click("go.verify")
    assert app.session.page == "verify"
