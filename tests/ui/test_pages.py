"""Every page with nothing, an empty funnel, a usual project, and broken ones, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.ui import projects
from tests.ui.app import PAGES, App, opened
from wizard.i18n.catalogue import read
from wizard.model.project import Project

PROJECTS: dict[str, Callable[[], Project]] = {
    "without funnels": Project,
    "empty funnel": projects.empty,
    "typical": projects.typical,
    "english": projects.english,
    "broken": projects.broken,
    "hostile": projects.hostile,
}

SPACES = sorted({str(message.id).partition(".")[0] for message in read("ru") if isinstance(message.id, str)} - {""})
ENTRY = ("handover", "connect", "plan", "enter", "verify")
# A text that is not in the catalogues shows its key.
LIKE_KEY = re.compile(rf"\b({'|'.join(SPACES)})(\.[a-z_]+)+\b")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("make", PROJECTS.values(), ids=PROJECTS)
def test_drawing_changes_nothing_and_says_everything(make: Callable[[], Project], page: str, language: str) -> None:
    app = opened(make(), page, language=language)
    app.unfold()
    assert app.project == make()
    assert app.session.drafts == {}
    assert [text for text in app.words() if LIKE_KEY.search(text)] == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("make", PROJECTS.values(), ids=PROJECTS)
def test_so_do_the_pages_of_the_entry_with_an_account_and_without(make: Callable[[], Project], language: str) -> None:
    app = App(make(), language=language)
    for page in ENTRY:
        app.visit(page)
    app.visit("connect")
    app.click("connect.practise")
    for page in ENTRY:
        app.visit(page)
        app.unfold()
        assert [text for text in app.words() if LIKE_KEY.search(text)] == []
    assert app.project == make()
