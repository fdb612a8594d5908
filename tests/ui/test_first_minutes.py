"""From Start to linked funnels: few clicks, and nothing typed but a name and two numbers."""

from __future__ import annotations

import pytest

from tests.ui.app import App
from wizard.lint.rule import Severity
from wizard.model.diagnosis import Diagnosis
from wizard.model.project import Company, Language, Step

MOST = 12
STEPS = (Step.GOALS, Step.STAGES, Step.KEY_STAGE, Step.SHAPE, Step.QUALIFICATION, Step.LOSSES)


class Hand:
    """Clicks, counted."""

    def __init__(self, language: str) -> None:
        self.app = App(language=language)
        self.clicks = 0

    def click(self, key: str) -> None:
        self.app.click(key)
        self.clicks += 1


@pytest.mark.parametrize(("language", "currency"), [("ru", "RUB"), ("en", "USD")])
def test_twelve_clicks_lead_through_every_step_to_the_files(language: str, currency: str) -> None:
    hand = Hand(language)
    app = hand.app
    hand.click("go.goals")
    app.widget("company.name").set_value("Oak & Ash")
    hand.click("diagnosis.next")
    hand.click("diagnosis.skip")
    hand.click("advice.create")
    for step in STEPS:
        if step is Step.SHAPE:
            app.put("shape.first_sale.entries", 120)
            app.put("shape.first_sale.wins", 9)
        assert len(_gains(app)) == 1, step
        hand.click("nav.next")
    hand.click("nav.next")  # the other funnels
    assert (hand.clicks, app.session.page) == (11, "review")
    _is_valid(app)
    company = Company(name="Oak & Ash", industry="general", language=Language(language), currency=currency)
    assert (app.project.company, app.project.diagnosis) == (company, Diagnosis())
    assert set(app.project.ready) == set(Step)
    sale = app.project.pipeline("first_sale")
    assert (sale.entries, sale.wins) == (120, 9)
    hand.click("nav.next")
    assert app.has("export.pack")
    assert hand.clicks <= MOST


def test_every_question_answered_by_a_click_still_takes_no_more() -> None:
    hand = Hand("ru")
    hand.click("go.goals")
    hand.app.widget("company.name").set_value("Мебель и точка")
    hand.click("diagnosis.next")
    while not hand.app.has("advice.create"):
        hand.click("diagnosis.unknown")
    hand.click("advice.create")
    _is_valid(hand.app)
    assert hand.clicks <= MOST


def test_the_review_ends_in_three_ways_none_before_the_others() -> None:
    for key, page in (("nav.next", "export"), ("ending.handover", "handover"), ("ending.connect", "connect")):
        app = App()
        app.click("start.example")
        app.visit("review")
        assert app.widget(key).proto.type == "secondary"
        app.click(key)
        assert app.session.page == page


def _is_valid(app: App) -> None:
    """Nothing to fix, and every funnel that is launched leads clients on to another."""
    assert [f.rule for f in app.session.report.open if f.severity is not Severity.HINT] == []
    launched = app.project.launched()
    assert len(launched) >= 2
    assert [p.id for p in launched if not any(route.to for route in p.routes())] == []


def _gains(app: App) -> list[str]:
    shown = [str(getattr(part, "value", "")) for part in app.at.get("html")]
    return [html for html in shown if 'class="v-gain"' in html]
