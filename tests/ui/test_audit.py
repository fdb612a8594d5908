"""«Check my funnels»: what is pasted or uploaded is judged on the page, and opened in the wizard by either cure."""

from __future__ import annotations

import json
from io import BytesIO

import openpyxl
import pytest

from tests.amocrm.practice import practice
from tests.ui import projects
from tests.ui.app import App
from tests.ui.entry import connected
from tests.ui.kept import Tab
from tests.ui.test_pages import LIKE_KEY
from wizard.amocrm.sandbox import Contents, Fault, Variant
from wizard.amocrm.sandbox import Kind as SandboxKind
from wizard.audit.readers import from_text
from wizard.lint import runner
from wizard.lint.rule import Severity
from wizard.model.moves import End
from wizard.model.project import Project, Step
from wizard.storage.drafts import kept
from wizard.storage.errors import FileError
from wizard.ui.audited import Audited

STOCK = {
    "ru": "Первичный контакт > Отправили > Переговоры > Принимают решение",
    "en": "Initial contact > Discussions > Decision making > Contract discussion",
}
BETTER = ["Контакт установлен", "Предложение обсуждено", "Условия согласованы", "Дата оплаты согласована"]
PIPELINES = {
    "_links": {"self": {"href": "https://example.amocrm.ru/api/v4/leads/pipelines"}},
    "_embedded": {
        "pipelines": [
            {
                "id": 31,
                "name": "Воронка",
                "is_main": True,
                "_embedded": {
                    "statuses": [
                        {"id": 1, "name": "Думает", "sort": 10, "type": 0, "color": "#99ccff"},
                        {"id": 142, "name": "Успешно реализовано", "sort": 10000},
                        {"id": 143, "name": "Закрыто и не реализовано", "sort": 11000},
                    ]
                },
            }
        ]
    },
}


def _page(language: str = "ru", project: Project | None = None) -> App:
    """The audit's page, as it opens from Start."""
    app = App(language=language)
    app.click("go.audit")
    if project:
        app.session.begin(project)
    return app


def _checked(text: str, language: str = "ru") -> App:
    app = _page(language)
    app.put("audit.text", text)
    app.click("audit.check")
    return app


def _stages(project: Project) -> list[str]:
    return [stage.name for pipeline in project.pipelines for stage in pipeline.stages]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_example_shows_a_report_with_four_cures_at_least(language: str) -> None:
    app = _page(language)
    app.click("audit.example")
    assert app.widget("audit.text").value == STOCK[language]
    assert isinstance(app.session.audited, Audited)
    assert sum(finding.fix is not None for finding in app.session.audited.report.findings) >= 4
    assert not app.session.is_open
    assert app.has("audit.rename")
    assert app.has("audit.rebuild")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_word_of_the_page_is_written(language: str) -> None:
    app = _checked("Продажи: " + STOCK["ru"] + "\nНаём: Отклик > Собеседование > Думает", language)
    app.unfold()
    assert [word for word in app.words() if LIKE_KEY.search(word)] == []


def test_the_stages_stay_under_better_names() -> None:
    app = _checked(STOCK["ru"])
    app.click("audit.rename")
    assert _stages(app.project) == BETTER
    assert app.project.started == (Step.GOALS, Step.STAGES)
    assert app.has("hub.continue")


def test_a_base_funnel_takes_the_place_and_the_deals_know_where_they_go() -> None:
    app = _checked(STOCK["ru"])
    app.put("audit.industry", "furniture")
    pipeline = from_text(STOCK["ru"])
    assert app.widget("audit.plan.own_voronka").value == "first_sale"
    app.put("audit.move.own_voronka.otpravili.first_sale", "-won")
    app.put("audit.move.own_voronka.peregovory.first_sale", "-")
    app.click("audit.rebuild")
    moves = [(move.from_stage, move.stage, move.end) for move in app.project.moves]
    assert moves == [
        ("Первичный контакт", "contact_made", None),
        ("Отправили", None, End.WON),
        ("Переговоры", None, None),
        ("Принимают решение", "offer_reviewed", None),
    ]
    assert [p.id for p in app.project.pipelines] == ["first_sale"]
    assert app.project.company.industry == "furniture"
    assert runner.run(app.project, strict=True).count(Severity.ERROR) == 0
    assert len(pipeline.pipelines) == 1


def test_a_funnel_may_stay_while_another_is_rebuilt() -> None:
    app = _checked("Продажи: " + STOCK["ru"] + "\nНаём: Отклик > Собеседование > Думает")
    app.put("audit.plan.own_naem", "keep")
    app.click("audit.rebuild")
    assert [p.id for p in app.project.pipelines] == ["first_sale", "own_naem"]
    assert {move.from_pipeline for move in app.project.moves} == {"Продажи"}


def test_with_nothing_to_rebuild_there_is_no_button_for_it() -> None:
    app = _checked("Проект: Альфа > Бета")
    assert app.widget("audit.plan.own_proekt").value == "keep"
    assert not app.has("audit.rebuild")


def test_an_account_s_json_is_uploaded_and_stays_bound() -> None:
    app = _page()
    app.widget("audit.file").upload("answer.json", json.dumps(PIPELINES).encode())
    app.run()
    app.click("audit.check_file")
    app.click("audit.rename")
    assert [(b.account, b.local, b.remote) for b in app.project.bindings] == [
        ("example.amocrm.ru", "pipelines/own_voronka", "31"),
        ("example.amocrm.ru", "pipelines/own_voronka/stages/dumaet", "1"),
    ]
    assert app.project.main_pipeline == "own_voronka"


def test_a_workbook_is_uploaded() -> None:
    book, file = openpyxl.Workbook(), BytesIO()
    for row in (("Воронка", "Этап"), ("Продажи", "Думает"), (None, "Ждём оплату")):
        book.worksheets[0].append(row)
    book.save(file)
    app = _page()
    app.widget("audit.file").upload("этапы.xlsx", file.getvalue())
    app.run()
    app.click("audit.check_file")
    assert isinstance(app.session.audited, Audited)
    assert _stages(app.session.audited.project) == ["Думает", "Ждём оплату"]


@pytest.mark.parametrize(
    "text", ["", "   ", '{"title": "Unauthorized", "status": 401}', "<html>", '[{"name": "a"', "{}"]
)
def test_what_cannot_be_used_is_told_and_nothing_is_shown(text: str) -> None:
    app = _checked(STOCK["ru"])
    app.put("audit.text", text)
    app.click("audit.check")
    [error] = app.at.error
    assert 15 < len(error.value) < 300
    assert isinstance(app.session.audited, FileError)
    assert not app.has("audit.rename")


def test_an_open_project_is_left_where_it_is_kept() -> None:
    app = _page(project=projects.typical())
    app.click("audit.example")
    assert app.project == projects.typical()
    app.click("audit.rename")
    assert _stages(app.project) == BETTER


def test_the_review_says_where_the_deals_go() -> None:
    app = _checked("Продажи: " + STOCK["ru"] + " > Оплачено > Отложено")
    app.click("audit.rebuild")
    app.go("review")
    app.unfold()
    lines = (line for word in app.words() for line in word.split("\n"))
    said = [line for line in lines if line.startswith("- Продажи → ")]
    assert said[-3:] == [
        "- Продажи → Принимают решение: **Предложение обсуждено**",
        "- Продажи → Оплачено: **Успех\\: Оплата получена**",
        "- Продажи → Отложено: **Разобрать по одной**",
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_account_s_own_funnels_are_taken_over_by_clicks(language: str) -> None:
    app = _page(language)
    app.click("audit.account")
    app.click("connect.practise")
    app.click("nav.next")
    judged = app.session.audited
    assert isinstance(judged, Audited)
    assert len(judged.project.pipelines) == 1
    app.visit("audit")
    app.click("audit.rename")
    assert {binding.local.split("/")[0] for binding in app.project.bindings} >= {"pipelines"}
    assert app.project.company.name == judged.project.company.name


def test_a_project_taken_from_the_practice_account_keeps_it_after_a_reload_too() -> None:
    tab = Tab(kept())
    tab.visit("audit")
    tab.click("audit.account")
    tab.visit("connect")
    tab.click("connect.practise")
    assert tab.session.entering.connected
    practised = tab.session.entering.connected.checked.account
    tab.click("nav.next")
    tab.visit("audit")
    tab.click("audit.rename")
    assert tab.session.entering.connected.checked.account == practised
    again = Tab(kept(), tab.address)
    again.visit("connect")
    again.click("connect.practise")
    assert again.session.entering.connected
    assert again.session.entering.connected.checked.account == practised
    assert {binding.account for binding in again.project.bindings} == {practised.key}


def test_an_account_that_does_not_answer_is_told_on_the_page() -> None:
    app = _page()
    account = practice(Variant(contents=Contents.DEALS), faults=(Fault(2, SandboxKind.UNPAID),))
    app.session.entering.connect(connected(account))
    app.run()
    app.click("audit.account")
    [error] = app.at.error
    assert "Подписка" in error.value
    assert not app.has("audit.rename")
