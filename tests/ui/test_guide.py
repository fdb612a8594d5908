"""The guided example: mistakes to cure one by one, and then funnels of one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.app import App
from tests.ui.entry import Entry, connected
from wizard.lint.rule import Severity
from wizard.model.history import History
from wizard.ui.guide import TASKS
from wizard.ui.steps.hub import status


def _guided(language: str = "ru") -> App:
    app = App(language=language)
    app.click("start.guide")
    return app


def _done(app: App) -> list[bool]:
    return [task.finding(app.session.report) is None for task in TASKS]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_example_has_the_mistakes_of_its_tasks_and_no_others(language: str) -> None:
    app = _guided(language)
    found = [f for f in app.session.report.open if f.severity is not Severity.HINT]
    assert {f.rule for f in found} == {task.rule for task in TASKS}
    assert len(found) == len(TASKS)
    assert all(f.fix for f in found)
    assert app.project.company.name == app.session.tr("guide.company")
    words = " ".join(app.words())
    assert all(app.session.tr(f"guide.task.{task.name}") in words for task in TASKS)


def test_a_step_with_findings_is_not_counted_as_ready() -> None:
    app = App()
    app.click("start.guide")
    assert any("Готово 3 шага из 6." in html.value for html in app.at.html)


def test_each_task_is_ticked_when_it_is_cured_and_the_end_leads_to_one_s_own_project() -> None:
    app = _guided()
    for number, task in enumerate(TASKS):
        assert _done(app) == [n < number for n in range(len(TASKS))]
        if app.session.page != task.page:
            app.click("guide.show")
        assert app.session.page == task.page
        [cure] = [key for key in app.keys("finding.guide.") if key.endswith(".fix")]
        app.click(cure)
    assert all(_done(app))
    assert status(app.session, TASKS[0].page) == "ready"
    app.click("undo")
    assert _done(app) == [True, True, True, True, False]
    app.click("redo")
    app.click("guide.own")
    assert not app.session.is_open
    assert not app.session.guided
    assert app.has("company.name")


def test_the_example_is_kept_nowhere_and_a_project_begun_after_it_is() -> None:
    app = _guided()
    keeping = app.session.keeping
    app.click("guide.show")
    assert app.session.token is None
    assert (keeping.draft if keeping else None) is None
    assert "p" not in app.at.query_params
    app.click("guide.own")
    assert app.session.history is None
    app.click("start.example")
    assert isinstance(app.session.history, History)
    assert not app.session.guided
    assert not app.has("guide.own")


@pytest.mark.parametrize("practice", [True, False])
def test_the_example_goes_into_the_practice_account_only(practice: bool) -> None:
    app = Entry()
    app.click("start.guide")
    app.visit("plan")
    app.session.entering.asked = lambda: replace(connected(app.account), practice=practice)
    app.run()
    assert app.widget("plan.enter").disabled is not practice
    assert app.said(app.session.tr("plan.not_example")) is not practice
