"""The diagnosis and the recommendation it ends in."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.app import App, opened
from wizard.catalog import reader
from wizard.catalog.recommend import recommend
from wizard.catalog.start import start
from wizard.model.diagnosis import (
    Account,
    AfterPayment,
    Diagnosis,
    FirstReply,
    Payment,
    Repeat,
    Sellers,
    Source,
    Team,
)
from wizard.model.pipeline import Launch
from wizard.model.project import Company, Language, Project, Step
from wizard.ui.components.diagnosis import TOTAL

ANSWERS = Diagnosis(
    sources=(Source.SITE, Source.CALLS),
    main_source=Source.CALLS,
    first_reply=FirstReply.SOMEBODY_ELSE,
    payment=Payment.BEFORE,
    after_payment=AfterPayment.ANOTHER_PERSON,
    repeat=Repeat.YEARLY,
    team=(Team.HIRING,),
    account=Account.EMPTY,
    sellers=Sellers.FEW,
)
ONE_CLICK = ("first_reply", "payment", "after_payment", "repeat")
COMPANY = Company(name="Мебель и точка", industry="furniture")


def answered(company: str = "Мебель и точка", industry: str | None = "furniture") -> App:
    """The diagnosis as clicked through."""
    app = App()
    app.click("go.goals")
    app.widget("company.name").set_value(company)
    if industry:
        app.widget("company.industry").set_value(industry)
    app.click("diagnosis.next")
    app.put("diagnosis.sources", ["site", "calls"])
    app.put("diagnosis.main", "calls")
    app.click("diagnosis.next")
    for question in ONE_CLICK:
        app.click(f"diagnosis.{question}.{getattr(ANSWERS, question)}")
    app.put("diagnosis.team", ["hiring"])
    app.click("diagnosis.next")
    app.click("diagnosis.account.empty")
    app.click("diagnosis.sellers.few")
    return app


def test_the_diagnosis_ends_in_the_recommendation_and_the_project_follows_it() -> None:
    app = answered()
    assert (app.session.company, app.session.answers, app.session.question) == (COMPANY, ANSWERS, TOTAL)
    advice = recommend(ANSWERS, industry="furniture")
    picked = {t.id: app.widget(f"advice.{t.id}").value for t in reader.funnels()}
    assert picked == {t.id: "not" for t in reader.funnels()} | {a.funnel: a.launch for a in advice}
    app.click("advice.create")
    now = tuple(a.funnel for a in advice if a.launch is Launch.NOW)
    expected = start(tuple(a.funnel for a in advice), company=COMPANY, diagnosis=ANSWERS, now=now)
    assert app.project == expected.changed(started=(Step.GOALS,))
    assert app.has("nav.next")


def test_the_reader_decides_which_funnels_there_are() -> None:
    app = answered()
    for template in reader.funnels():
        app.put(f"advice.{template.id}", {"first_sale": "later", "hr": "now"}.get(template.id, "not"))
    app.click("advice.create")
    assert {p.id: p.launch for p in app.project.pipelines} == {"first_sale": Launch.LATER, "hr": Launch.NOW}
    assert app.project == start(("first_sale", "hr"), company=COMPANY, diagnosis=ANSWERS, now=("hr",)).changed(
        started=(Step.GOALS,)
    )


def test_nothing_is_known_and_nothing_chosen() -> None:
    app = App(language="en")
    app.click("go.goals")
    app.click("diagnosis.next")
    for _ in range(TOTAL - 1):
        app.click("diagnosis.unknown")
    assert app.session.answers == Diagnosis()
    for template in reader.funnels():
        app.put(f"advice.{template.id}", "not")
    app.click("advice.create")
    company = Company(language=Language.EN, currency="USD")
    assert app.project == Project(company=company, started=(Step.GOALS,))


@pytest.mark.parametrize("name", projects.ODD)
def test_any_company_name_is_taken_as_typed(name: str) -> None:
    app = answered(name[:200], industry=None)
    app.click("advice.create")
    assert app.project.company == Company(name=name[:200], industry="general")


def test_going_back_keeps_the_answers_given() -> None:
    app = answered()
    for _ in range(TOTAL):
        app.click("advice.back" if app.has("advice.back") else "diagnosis.back")
    assert app.session.question == 0
    assert (app.session.company, app.session.answers) == (COMPANY, ANSWERS)
    assert app.widget("company.name").value == COMPANY.name
    assert app.widget("company.industry").value == "furniture"
    app.click("diagnosis.next")
    assert app.widget("diagnosis.sources").value == ["site", "calls"]


def test_answering_anew_keeps_the_project_until_funnels_are_made() -> None:
    app = opened(projects.typical(), "goals")
    app.click("goals.again")
    assert app.widget("company.name").value == "Мебель и точка"
    app.click("diagnosis.next")
    assert app.project == projects.typical()
    for _ in range(TOTAL - 1):
        app.click("diagnosis.unknown")
    app.click("advice.create")
    assert app.session.history is not None
    assert app.session.history.past == (projects.typical(),)
    app.click("undo")
    assert app.project.changed(started=projects.STARTED) == projects.typical()


def test_answering_anew_keeps_the_currency() -> None:
    project = projects.typical()
    tenge = project.changed(company=project.company.changed(currency="KZT"))
    app = opened(tenge, "goals")
    app.click("goals.again")
    app.click("diagnosis.next")
    for _ in range(TOTAL - 1):
        app.click("diagnosis.unknown")
    app.click("advice.create")
    assert app.project.company == tenge.company
