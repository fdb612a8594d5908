"""From the answers about a business to its funnels: which, when to launch them, and why."""

from __future__ import annotations

import pytest

from wizard.catalog.recommend import main_source, recommend
from wizard.catalog.start import start
from wizard.model.diagnosis import AfterPayment, Diagnosis, FirstReply, Repeat, Sellers, Source, Team
from wizard.model.pipeline import Launch
from wizard.model.project import Company

ANOTHER, SAME = AfterPayment.ANOTHER_PERSON, AfterPayment.SAME_PERSON
NOTHING, LONG = AfterPayment.NOTHING, AfterPayment.LONG_SERVICE

# Answers -> funnels to launch now, funnels for later; in a trade that delivers after payment.
TABLE: dict[str, tuple[Diagnosis, str, str]] = {
    "nothing answered": (
        Diagnosis(),
        "first_sale refusal_warming customer_support",
        "repeat_sales",
    ),
    "somebody else answers": (
        Diagnosis(first_reply=FirstReply.SOMEBODY_ELSE, after_payment=ANOTHER),
        "inbound_qualification first_sale customer_support",
        "refusal_warming repeat_sales",
    ),
    "somebody else answers, two sellers": (
        Diagnosis(first_reply=FirstReply.SOMEBODY_ELSE, after_payment=ANOTHER, sellers=Sellers.FEW),
        "inbound_qualification first_sale",
        "refusal_warming repeat_sales customer_support",
    ),
    "the seller answers, goods handed over": (
        Diagnosis(first_reply=FirstReply.SELLER, after_payment=NOTHING, repeat=Repeat.NO),
        "first_sale refusal_warming",
        "",
    ),
    "the same person delivers": (
        Diagnosis(after_payment=SAME, repeat=Repeat.YEARLY),
        "first_sale refusal_warming",
        "repeat_sales customer_support",
    ),
    "long service, two sellers": (
        Diagnosis(after_payment=LONG, repeat=Repeat.MONTHLY, sellers=Sellers.FEW),
        "first_sale customer_support",
        "refusal_warming repeat_sales",
    ),
    "many small purchases": (
        Diagnosis(after_payment=NOTHING, repeat=Repeat.MANY_SMALL),
        "first_sale refusal_warming",
        "",
    ),
    "they look for clients themselves": (
        Diagnosis(sources=(Source.OUTBOUND,), after_payment=ANOTHER, repeat=Repeat.NO),
        "lead_generation first_sale customer_support",
        "refusal_warming",
    ),
    "looking for clients is the main source though somebody else answers": (
        Diagnosis(
            sources=(Source.CALLS, Source.OUTBOUND),
            main_source=Source.OUTBOUND,
            first_reply=FirstReply.SOMEBODY_ELSE,
            after_payment=NOTHING,
            repeat=Repeat.NO,
        ),
        "lead_generation first_sale refusal_warming",
        "",
    ),
    "looking for clients beside requests somebody else answers": (
        Diagnosis(
            sources=(Source.SITE, Source.OUTBOUND),
            first_reply=FirstReply.SOMEBODY_ELSE,
            after_payment=NOTHING,
            repeat=Repeat.NO,
        ),
        "inbound_qualification first_sale refusal_warming",
        "lead_generation",
    ),
    "events and partners": (
        Diagnosis(sources=(Source.EVENTS, Source.PARTNERS), after_payment=SAME, repeat=Repeat.NO),
        "first_sale refusal_warming",
        "customer_support partners events_courses",
    ),
    "partners bring clients and people are hired": (
        Diagnosis(team=(Team.PARTNERS, Team.HIRING), after_payment=NOTHING, repeat=Repeat.NO, sellers=Sellers.MANY),
        "first_sale refusal_warming",
        "partners hr",
    ),
    "neither partners nor hiring": (
        Diagnosis(team=(Team.NEITHER,), after_payment=NOTHING, repeat=Repeat.NO),
        "first_sale refusal_warming",
        "",
    ),
}


@pytest.mark.parametrize(("diagnosis", "now", "later"), TABLE.values(), ids=TABLE)
def test_answers_decide_the_funnels_and_when_to_launch_them(diagnosis: Diagnosis, now: str, later: str) -> None:
    found = recommend(diagnosis, industry="furniture")
    assert {r.funnel for r in found if r.launch is Launch.NOW} == set(now.split())
    assert {r.funnel for r in found if r.launch is Launch.LATER} == set(later.split())


@pytest.mark.parametrize(("diagnosis", "now", "later"), TABLE.values(), ids=TABLE)
def test_what_is_recommended_starts_as_recommended(diagnosis: Diagnosis, now: str, later: str) -> None:
    found = recommend(diagnosis, industry="furniture")
    launched = tuple(r.funnel for r in found if r.launch is Launch.NOW)
    project = start(
        tuple(r.funnel for r in found), company=Company(industry="furniture"), diagnosis=diagnosis, now=launched
    )
    assert [p.id for p in project.pipelines] == [r.funnel for r in found]
    assert ({p.id for p in project.launched()}, len(project.pipelines)) == (
        set(now.split()),
        len(now.split()) + len(later.split()),
    )


def test_every_recommendation_says_why() -> None:
    diagnosis = Diagnosis(
        sources=(Source.SITE, Source.OUTBOUND, Source.EVENTS, Source.PARTNERS),
        first_reply=FirstReply.SOMEBODY_ELSE,
        after_payment=LONG,
        repeat=Repeat.YEARLY,
        team=(Team.HIRING,),
    )
    assert {r.funnel: r.why for r in recommend(diagnosis, industry="furniture")} == {
        "lead_generation": "outbound",
        "inbound_qualification": "somebody_else",
        "first_sale": "always",
        "refusal_warming": "always",
        "repeat_sales": "yearly",
        "customer_support": "long_service",
        "partners": "partners",
        "hr": "hiring",
        "events_courses": "events",
    }


def test_what_was_not_answered_is_as_usual_in_the_trade() -> None:
    whys = {i: {r.funnel: r.why for r in recommend(Diagnosis(), industry=i)} for i in ("furniture", "car_service")}
    usual = {"first_sale": "always", "refusal_warming": "always", "repeat_sales": "usual"}
    assert whys == {"furniture": {**usual, "customer_support": "industry"}, "car_service": usual}


def test_the_main_source_is_the_one_named_or_the_first() -> None:
    both = (Source.SITE, Source.OUTBOUND)
    assert main_source(Diagnosis(sources=both)) is Source.SITE
    assert main_source(Diagnosis(sources=both, main_source=Source.OUTBOUND)) is Source.OUTBOUND
    assert main_source(Diagnosis()) is None
