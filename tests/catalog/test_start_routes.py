"""Where clients go in a started project, and when a funnel is added to it later."""

from __future__ import annotations

import pytest

from tests.catalog.started import FUNNELS, route_for, started
from wizard.catalog import reader
from wizard.catalog.start import add_funnel
from wizard.model.edits.pipelines import delete_pipeline, waiting_routes
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.routes import Destination, Route, Target
from wizard.model.terms import DateRule


def test_a_lost_client_goes_to_warming_when_there_is_one() -> None:
    route = route_for(started("first_sale", "refusal_warming"), "first_sale", "price_too_high")
    assert route == Route(
        target=Target.PIPELINE,
        to=Destination(pipeline="refusal_warming", stage="refusal_analysed"),
        opens=DateRule(days=30),
        fallback=reader.funnel("refusal_warming").until_launched.ru,
    )


def test_without_warming_the_archive_remembers_it() -> None:
    alone, both = started("first_sale"), started("first_sale", "refusal_warming")
    wanted = route_for(both, "first_sale", "price_too_high")
    archived = Route(target=Target.ARCHIVE, why="Прогрев отказов", wanted=wanted)
    assert route_for(alone, "first_sale", "price_too_high") == archived


@pytest.mark.parametrize("added", [f for f in FUNNELS if f != "inbound_qualification"])
def test_a_funnel_added_later_is_entered_as_if_it_had_been_there(added: str) -> None:
    others = tuple(f for f in FUNNELS if f != added)
    later, at_once = add_funnel(started(*others), added), started(*FUNNELS)
    assert waiting_routes(later, added) == 0
    assert {p.id: p.routes() for p in later.pipelines} == {p.id: p.routes() for p in at_once.pipelines}


def test_funnels_added_one_by_one_are_linked_as_if_started_together() -> None:
    project = started("first_sale")
    for funnel in ("repeat_sales", "refusal_warming", "customer_winback", "customer_support"):
        project = add_funnel(project, funnel)
    ids = [p.id for p in project.pipelines]
    together = started(*ids)
    assert {p.id: p.routes() for p in project.pipelines} == {p.id: p.routes() for p in together.pipelines}


def test_a_deleted_funnel_added_again_is_led_to_again() -> None:
    project = started("first_sale", "refusal_warming", "repeat_sales")
    again = add_funnel(delete_pipeline(project, "refusal_warming"), "refusal_warming")
    assert {p.id: p.routes() for p in again.pipelines} == {p.id: p.routes() for p in project.pipelines}


def test_warming_stands_in_for_winning_back() -> None:
    route = route_for(started("customer_support", "refusal_warming"), "customer_support", "postponed")
    assert route
    assert route.to == Destination(pipeline="refusal_warming", stage="refusal_analysed")
    assert route.wanted
    assert route.wanted.to == Destination(pipeline="customer_winback", stage="churn_analysed")


def test_winning_back_takes_over_from_its_stand_in() -> None:
    both = started("customer_support", "refusal_warming", "customer_winback")
    later = add_funnel(started("customer_support", "refusal_warming"), "customer_winback")
    assert route_for(later, "customer_support", "postponed") == route_for(both, "customer_support", "postponed")


def test_warming_added_later_stands_in_too() -> None:
    later = add_funnel(started("customer_support"), "refusal_warming")
    both = started("customer_support", "refusal_warming")
    assert route_for(later, "customer_support", "postponed") == route_for(both, "customer_support", "postponed")


def test_a_won_client_goes_to_delivery_or_to_the_next_occasion_or_is_at_an_end() -> None:
    ends = [
        started("first_sale", *others).pipeline("first_sale").won_route
        for others in (("customer_support", "repeat_sales"), ("repeat_sales",), ())
    ]
    assert [(route.target, route.to and route.to.pipeline, route.opens.code) for route in ends if route] == [
        (Target.PIPELINE, "customer_support", "at_once"),
        (Target.PIPELINE, "repeat_sales", "field:next_date-7"),
        (Target.END, None, "at_once"),
    ]


def test_a_route_enters_the_nearest_stage_the_trade_keeps() -> None:
    sale = started("lead_generation", "first_sale", industry="online_store").pipeline("lead_generation")
    assert sale.won_route
    assert sale.won_route.to == Destination(pipeline="first_sale", stage="contact_made")


def test_a_funnel_added_later_enters_what_is_left_of_an_edited_one() -> None:
    project = delete_stage(started("first_sale"), StageRef("first_sale", "key_scheduled"))
    route = add_funnel(project, "lead_generation").pipeline("lead_generation").won_route
    assert route
    assert route.to == Destination(pipeline="first_sale", stage="qualified")
