"""Money, plans and lost deals, on the handbook's worked examples."""

from __future__ import annotations

import pytest

from tests.test_forecast import default_sale
from wizard import forecast
from wizard.catalog.start import start
from wizard.model.losses import LossUse
from wizard.model.pipeline import Conversion, Pipeline, Stage, Won
from wizard.model.project import Company, Project

CHECK = 80_000


def _steps(*percents: float) -> Pipeline:
    stages = tuple(
        Stage(id=f"s{n}", name=f"Stage {n}", conversion=Conversion(share=c / 100, low=c / 100, high=c / 100))
        for n, c in enumerate(percents, start=1)
    )
    return Pipeline(id="p", name="P", stages=stages, won=Won(name="W"))


def _total(industry: str) -> float:
    project = start(("first_sale",), company=Company(name="A", industry=industry))
    return round(100 * (forecast.total(project.pipelines[0]) or 0), 1)


@pytest.mark.parametrize(
    ("industry", "percent"),
    [("general", 9.7), ("real_estate", 2.0), ("dentistry", 17.1), ("b2b_supply", 4.2), ("online_store", 40.8)],
)
def test_an_industry_wins_as_many_of_a_hundred_as_its_preset_says(industry: str, percent: float) -> None:
    assert _total(industry) == pytest.approx(percent, abs=0.1)


def test_a_paying_client_costs_the_price_of_a_request_over_the_total() -> None:
    assert round(forecast.client_cost(2_000, 0.0972)) == 20_576
    assert forecast.client_cost(2_000, 0.10) == pytest.approx(20_000)


def test_the_win_rate_counts_of_closed_deals_and_not_of_requests() -> None:
    assert forecast.win_rate(11, 64) == pytest.approx(0.147, abs=0.0005)
    assert forecast.win_rate(0, 0) is None


def test_open_deals_weigh_as_much_as_their_chance() -> None:
    deals = (("s5", 200_000), ("s6", 300_000), ("s7", 150_000))
    assert forecast.weighted(default_sale(), deals) == pytest.approx(340_800)
    unknown = default_sale().changed(stages=(Stage(id="s1", name="S"),), key_stage=None)
    assert forecast.weighted(unknown, (("s1", 1),)) is None


def test_the_plan_is_covered_as_many_times_as_one_of_so_many_is_won() -> None:
    assert forecast.coverage(0.25) == 4


def test_open_deals_bring_so_much_a_day() -> None:
    before = forecast.velocity(40, 25_000, win_rate=0.25, cycle=90)
    after = forecast.velocity(40, 25_000, win_rate=0.25, cycle=72)
    assert (round(before), round(after), round(after / before, 2)) == (2_778, 3_472, 1.25)


def test_days_to_close_are_the_days_in_stages_together() -> None:
    assert forecast.cycle((1, 1, 2, 4, 3, 5, 3)) == 19


def test_two_funnels_in_a_row_multiply_from_the_stage_of_entry() -> None:
    sale = default_sale()
    assert forecast.in_a_row(_steps(4.28), sale, entry="s4") == pytest.approx(0.0123, abs=0.0001)
    assert forecast.in_a_row(_steps(26.0), sale, entry="s4") == pytest.approx(0.075, abs=0.0005)
    assert forecast.in_a_row(Pipeline(id="q", name="Q"), sale, entry="s4") is None


def test_the_share_of_other_leaves_spam_out() -> None:
    uses = (
        LossUse(reason="dear", count=55),
        LossUse(reason="other", count=9),
        LossUse(reason="spam_duplicate", count=40),
    )
    pipeline = Pipeline(id="p", name="P", losses=(*uses, LossUse(reason="uncounted")))
    counted = forecast.lost_counts(pipeline)
    assert counted == {"dear": 55, "other": 9}
    assert forecast.other_share(counted) == pytest.approx(0.14, abs=0.001)
    assert forecast.other_share({}) is None


def test_a_goal_is_taken_apart_to_requests_a_day() -> None:
    plan = forecast.plan(default_sale(average_check=CHECK), 2_000_000, request_price=2_000)
    assert plan is not None
    assert (plan.wins, plan.requests, plan.budget) == (25, 258, 516_000)
    assert [round(n, 1) for n in plan.reached] == [257.2, 192.9, 115.7, 86.8, 65.1, 52.1, 31.2, 25.0]
    assert (round(plan.a_week, 1), round(plan.a_day, 1), round(plan.client_cost or 0)) == (59.4, 8.5, 20_576)


def test_a_goal_follows_the_users_own_two_numbers() -> None:
    project = forecast.with_numbers(Project(pipelines=(default_sale(average_check=CHECK),)), "p", entries=120, wins=11)
    plan = forecast.plan(project.pipelines[0], 2_000_000)
    assert plan is not None
    assert (plan.requests, plan.budget, plan.client_cost) == (273, None, None)


@pytest.mark.parametrize(("goal", "check"), [(None, CHECK), (0, CHECK), (1, None), (1, 0)])
def test_without_a_figure_there_is_no_plan(goal: float | None, check: float | None) -> None:
    assert forecast.plan(default_sale(average_check=check), goal) is None


def test_ten_points_at_a_stage_change_what_comes_after_it() -> None:
    found = forecast.what_if(default_sale(entries=120), "s4", points=0.10)
    assert found is not None
    assert [round(n, 1) for n in found.now] == [120, 90, 54, 40.5, 30.4, 24.3, 14.6, 11.7]
    assert [round(n, 1) for n in found.after] == [120, 90, 54, 40.5, 34.4, 27.5, 16.5, 13.2]
    assert (found.share_now, found.share_after) == (0.75, 0.85)
    assert round(found.lever.money(CHECK)) == pytest.approx(124_416, abs=5)


@pytest.mark.parametrize(("points", "after"), [(0.9, 1), (-0.9, 0), (-0.25, 0.5)])
def test_a_step_stays_between_nothing_and_all(points: float, after: float) -> None:
    found = forecast.what_if(default_sale(), "s1", points=points)
    assert found is not None
    assert found.share_after == after
    assert found.after[1] == pytest.approx(100 * after)
