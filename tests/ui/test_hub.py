"""Start and the list of steps; opening a file, the example, the language, undo and redo."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.app import App, opened
from wizard.model.edits.project import change_company
from wizard.model.history import History
from wizard.model.project import Project, Step
from wizard.storage.project_file import dump
from wizard.ui.audited import Audited
from wizard.ui.steps.hub import status

BAD_FILES = {
    "not yaml": b"a: [1",
    "a tag": b"!!python/object/apply:os.system ['true']",
    "aliases": b"a: &a [1]\nb: [*a, *a]\n",
    "too big": b"format: 1\n#" + b"x" * 3_000_000,
    "of the future": b"format: 2\n",
    "wrong type": b"format: 1\npipelines: 5\n",
    "unknown key": b"format: 1\nfunnels: []\n",
    "ids twice": b"format: 1\nfields: [{id: a, name: A}, {id: a, name: B}]\n",
    "route to nowhere": b"format: 1\nmain_pipeline: nowhere\n",
    "script": b"format: 1\ncompany: {name: x, '<script>': 1}\n",
    "binary": bytes(range(256)),
    "nothing": b"",
}


def test_first_screen_leads_to_the_first_question() -> None:
    app = App()
    app.click("go.goals")
    assert app.has("company.name")
    assert not app.session.is_open


def test_what_an_account_has_is_two_clicks_away_from_start() -> None:
    app = App()
    app.click("go.connect")
    app.visit("connect")
    app.click("connect.practise")
    app.click("nav.next")
    assert isinstance(app.session.audited, Audited)


@pytest.mark.parametrize(("language", "currency"), [("ru", "RUB"), ("en", "USD")])
def test_example_opens_in_the_reader_s_language(language: str, currency: str) -> None:
    app = App(language=language)
    app.click("start.example")
    company = app.project.company
    assert (company.industry, company.language, company.currency) == ("furniture", language, currency)
    assert {p.id for p in app.project.pipelines} == set(projects.FUNNELS)
    assert app.project.started == (Step.GOALS,)
    assert app.has("hub.continue")


def test_a_project_file_opens_as_a_project_of_its_own() -> None:
    app = App(projects.english())
    app.widget("open.file").upload("p.yaml", dump(projects.typical()))
    app.run()
    app.click("open.button")
    assert app.session.history == History(projects.typical())


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_told_about_and_the_open_project_stays(data: bytes, language: str) -> None:
    app = App(projects.typical(), language=language)
    app.widget("open.file").upload("p.yaml", data)
    app.run()
    app.click("open.button")
    [error] = app.at.error
    assert 15 < len(error.value) < 300
    assert "Traceback" not in error.value
    assert app.session.history == History(projects.typical())


def test_a_bad_file_on_the_first_screen_opens_nothing() -> None:
    app = App()
    app.widget("open.file").upload("p.yml", b"format: 99")
    app.run()
    app.click("open.button")
    assert len(app.at.error) == 1
    assert not app.session.is_open


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\ncompany: {industry: martian}\npipelines: [{id: p, name: P, stages: [{id: a, name: A}]}]\n",
        "format: 1\npipelines: [{id: p, name: P, template: martian, stages: [{id: a, name: A}]}]\n",
        "format: 1\ncompany: {currency: XXX}\npipelines: [{id: p, name: P, stages: [{id: a, name: A}]}]\n",
    ],
)
@pytest.mark.parametrize("page", ["hub", *Step, "others", "review", "export"])
def test_a_file_of_another_version_s_templates_can_be_worked_with(text: str, page: str) -> None:
    app = App()
    app.widget("open.file").upload("p.yaml", text.encode())
    app.run()
    app.click("open.button")
    if app.session.is_open:
        app.go(page)
        assert [p.id for p in app.project.pipelines] == ["p"]
    else:
        assert len(app.at.error) == 1


def test_switching_the_language_keeps_project_and_place() -> None:
    app = opened(projects.typical(), "stages")
    russian = app.words()
    app.click("language.en")
    assert app.session.language == "en"
    assert app.at.query_params["lang"] == "en"
    assert app.project == projects.typical()
    assert app.has("stage.delete")
    assert app.words() != russian
    app.click("language.ru")
    assert "lang" not in app.at.query_params
    assert app.words() == russian


def test_what_a_step_is_worth_saying_about() -> None:
    fine = projects.typical().changed(started=(Step.GOALS, Step.STAGES), ready=(Step.GOALS,))
    app = App(fine)
    assert [status(app.session, step) for step in Step] == ["ready", "started", *["new"] * 4]
    app = App(projects.broken().changed(started=tuple(Step)))
    assert status(app.session, Step.STAGES) == "problem"
    assert status(App(projects.broken().changed(started=())).session, Step.STAGES) == "problem"


def test_undo_and_redo_walk_through_what_was_done() -> None:
    before = projects.typical()
    after = change_company(before, name="Другая")
    app = App(after)
    app.session.history = History(before).commit(after)
    app.run()
    app.click("undo")
    assert app.session.history == History(before, future=(after,))
    assert app.widget("undo").disabled
    app.click("redo")
    assert app.session.history == History(after, past=(before,))


def test_continue_leads_through_the_steps_in_the_recommended_order() -> None:
    app = App(projects.typical())
    app.click("hub.continue")
    for expected in (Step.GOALS, Step.STAGES, Step.KEY_STAGE, Step.SHAPE, Step.QUALIFICATION, Step.LOSSES):
        ready: Project = app.project
        assert expected not in ready.ready
        app.click("nav.next")
        assert app.project == ready.changed(ready=(*ready.ready, expected), started=app.project.started)
    assert app.has("others.customer_support.launch")
    app.click("nav.next")
    app.click("nav.next")
    assert app.has("export.pack")


def test_later_marks_a_step_begun_and_goes_on() -> None:
    fresh = projects.typical().changed(started=())
    app = opened(fresh, "stages")
    app.click("nav.later")
    assert app.project == fresh.changed(started=(Step.STAGES,))
    assert app.has("key.first_sale")
    app.click("nav.back")
    assert app.has("stage.delete")


def test_a_project_without_a_name_has_a_whole_heading() -> None:
    app = App(change_company(projects.typical(), name=""))
    assert [title.value for title in app.at.title] == ["Проект без названия"]
