"""How a project starts from templates: which funnels, in what order, what to launch first."""

from __future__ import annotations

import pytest

from tests.catalog.started import FUNNELS, started
from wizard.catalog.start import add_funnel, missing, start
from wizard.model.diagnosis import Diagnosis, Sellers, Source
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Launch
from wizard.model.project import Company, Project


def test_funnels_stand_in_the_order_people_meet_them() -> None:
    project = started("hr", "first_sale", "hr", "lead_generation")
    assert [p.id for p in project.pipelines] == ["lead_generation", "first_sale", "hr"]


@pytest.mark.parametrize(("funnel", "industry"), [("no_such", "general"), ("first_sale", "no_such")])
def test_an_unknown_funnel_or_industry_is_not_found(funnel: str, industry: str) -> None:
    with pytest.raises(KeyError, match="no_such"):
        started(funnel, industry=industry)


def test_missing_funnels_are_those_not_in_the_project() -> None:
    assert [f.id for f in missing(started("first_sale", "hr"))] == [f for f in FUNNELS if f not in ("first_sale", "hr")]


def _now(project: Project) -> set[str]:
    return {p.id for p in project.launched()}


def test_the_three_most_urgent_funnels_are_launched_now() -> None:
    assert _now(started(*FUNNELS)) == {"first_sale", "inbound_qualification", "customer_support"}


def test_one_or_two_sellers_launch_two() -> None:
    project = started(*FUNNELS, diagnosis=Diagnosis(sellers=Sellers.FEW))
    assert _now(project) == {"first_sale", "inbound_qualification"}


def test_what_to_launch_can_be_said() -> None:
    company = Company(name="Дом")
    assert _now(start(("first_sale", "hr"), company=company, now=("hr",))) == {"hr"}


def test_a_funnel_added_later_is_launched_later() -> None:
    assert add_funnel(started("first_sale"), "hr").pipeline("hr").launch is Launch.LATER


@pytest.mark.parametrize(
    ("funnels", "main"),
    [
        (("first_sale", "hr"), "first_sale"),
        (("first_sale", "inbound_qualification"), "inbound_qualification"),
        (("hr",), None),
    ],
)
def test_the_main_pipeline_is_where_requests_arrive(funnels: tuple[str, ...], main: str | None) -> None:
    assert started(*funnels).main_pipeline == main


def test_a_pipeline_launched_later_is_not_the_main_one() -> None:
    project = start(("first_sale", "hr"), company=Company(name="Дом"), now=("hr",))
    assert project.main_pipeline is None


def test_where_requests_are_qualified_the_sale_gets_none_of_its_own() -> None:
    project = started("inbound_qualification", "first_sale")
    alone = started("first_sale").pipeline("first_sale")
    qualify, sale = project.pipelines
    assert (qualify.unsorted, sale.unsorted, alone.unsorted) == (True, False, True)
    assert (qualify.sources, sale.sources) == (alone.sources, ())


def test_sources_named_by_the_owner_replace_the_usual_ones() -> None:
    answers = Diagnosis(sources=(Source.OUTBOUND, Source.CALLS, Source.SITE))
    assert started("first_sale", diagnosis=answers).pipelines[0].sources == ("Звонки", "Сайт и реклама")
    usual = ("Сайт и реклама", "Звонки", "Мессенджеры и соцсети", "Рекомендации")
    assert started("first_sale").pipelines[0].sources == usual


def test_an_added_funnel_leaves_what_the_user_changed() -> None:
    project = change_pipeline(started("first_sale"), "first_sale", name="Продажа кухонь")
    after = add_funnel(project, "hr")
    assert after.pipeline("first_sale") == project.pipeline("first_sale")
    known = {field.id: field for field in after.fields}
    # A shared list may gain the values the new funnel brings, behind those it had.
    assert [f for f in project.fields if f.options != known[f.id].options[: len(f.options)]] == []
    assert [f for f in project.fields if f.changed(options=()) != known[f.id].changed(options=())] == []
    assert after.loss_reasons[: len(project.loss_reasons)] == project.loss_reasons


def test_job_sites_are_a_source_only_where_people_are_hired() -> None:
    def sources(project: Project) -> set[str]:
        return {option.id for option in project.field("source").options}

    sale = started("first_sale")
    assert "job_sites" not in sources(sale)
    assert "job_sites" in sources(started("first_sale", "hr"))
    assert "job_sites" in sources(add_funnel(sale, "hr"))
