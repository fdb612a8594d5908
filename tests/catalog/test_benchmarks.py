"""Market references: shown with source and year, for the right trade, and in both languages."""

from __future__ import annotations

import pytest

from wizard.catalog import reader
from wizard.catalog.benchmarks import beside, in_words
from wizard.catalog.start import start
from wizard.catalog.templates import Measure
from wizard.i18n.translator import translator
from wizard.model.project import Company, Project

ALL = tuple(funnel.id for funnel in reader.funnels())


def _project(industry: str) -> Project:
    return start(ALL, company=Company(name="A", industry=industry))


def _beside(industry: str, funnel: str, *measures: Measure) -> list[str]:
    project = _project(industry)
    return [each.id for each in beside(project, project.pipeline(funnel), *measures)]


def test_ids_differ_and_industries_are_known() -> None:
    ids = [each.id for each in reader.benchmarks()]
    assert len(set(ids)) == len(ids)
    named = {industry for each in reader.benchmarks() for industry in each.industries}
    assert named <= {industry.id for industry in reader.industries()}


@pytest.mark.parametrize(
    ("industry", "funnel", "expected"),
    [
        ("windows", "first_sale", ["services_total", "services_price", "capitals_price"]),
        (
            "real_estate",
            "first_sale",
            ["country_estate_total", "country_estate_price", "capitals_price", "flats_total", "developers_total"],
        ),
        ("kids", "first_sale", []),
        ("windows", "complaints", []),
    ],
)
def test_totals_and_prices_stand_beside_the_same_trade_only(industry: str, funnel: str, expected: list[str]) -> None:
    assert _beside(industry, funnel, Measure.TOTAL, Measure.REQUEST_PRICE) == expected


def test_hiring_has_references_of_hiring() -> None:
    assert _beside("kids", "hr") == ["hiring_steps", "candidate_days"]


def test_a_reference_says_its_base_source_and_year() -> None:
    flats = next(each for each in reader.benchmarks() if each.id == "flats_total")
    assert in_words(flats, translator("ru")) == (
        "Из заявки в сделку, квартиры: 0,9\u00a0%. База: заявки, 92\u00a0% из них по телефону. "
        "Ориентир рынка: RECHKA AI со ссылкой на Calltouch, 2024."
    )
    services = reader.benchmarks()[0]
    assert in_words(services, translator("en")) == (
        "Request to deal, services and construction, Russia: 5–12%. Base: requests. "
        "Market reference: YOUNICA, year not given."
    )
