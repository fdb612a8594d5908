"""The numbers of a funnel, on the handbook's worked examples."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard import forecast
from wizard.forecast import Step
from wizard.model.pipeline import Basis, Conversion, Pipeline, Stage, Won
from wizard.model.project import Project

RANGES = [(75, 60, 95), (60, 40, 85), (75, 50, 90), (75, 60, 90), (80, 60, 95), (60, 40, 80), (80, 55, 95)]
FIRST_SALE = tuple(Step(c / 100, low / 100, high / 100) for c, low, high in RANGES)


def _percents(scaled: forecast.Scaled) -> list[float]:
    return [round(100 * share, 1) for share in scaled.shares]


def default_sale(**values: object) -> Pipeline:
    """The first sale with its usual steps, named s1 to s7; the key stage is s5."""
    stages = tuple(
        Stage(id=f"s{n}", name=f"Stage {n}", conversion=Conversion(share=c / 100, low=low / 100, high=high / 100))
        for n, (c, low, high) in enumerate(RANGES, start=1)
    )
    return Pipeline(id="p", name="Sales", stages=stages, key_stage="s5", won=Won(name="Paid")).changed(**values)


@pytest.mark.parametrize(
    ("wins", "exponent", "percents"),
    [
        (11, 1.0251, [74.5, 59.2, 74.5, 74.5, 79.6, 59.2, 79.6]),
        (3, 1.5825, [63.4, 44.6, 63.4, 63.4, 70.2, 44.6, 70.2]),
        (45, 0.4163, [88.7, 80.8, 88.7, 88.7, 91.1, 80.0, 91.1]),
    ],
)
def test_two_numbers_scale_the_usual_steps(wins: int, exponent: float, percents: list[float]) -> None:
    scaled = forecast.scale(FIRST_SALE, wins / 120)
    assert (round(scaled.exponent or 0, 4), _percents(scaled), scaled.outside) == (exponent, percents, False)


@pytest.mark.parametrize(("wins", "percents"), [(1, [60, 40, 50, 60, 60, 40, 55]), (60, [95, 85, 90, 90, 95, 80, 95])])
def test_numbers_beyond_the_ranges_stop_at_the_bounds_and_say_so(wins: int, percents: list[float]) -> None:
    scaled = forecast.scale(FIRST_SALE, wins / 120)
    assert (_percents(scaled), scaled.outside) == (percents, True)


def _shares(pipeline: Pipeline) -> list[float]:
    return [round(100 * s.conversion.share, 1) for s in pipeline.stages if s.conversion]


def test_a_third_number_scales_both_halves_apart() -> None:
    scaled = forecast.rescaled(default_sale(entries=120, wins=11, key_reached=40))
    assert _shares(scaled) == [79.4, 66.5, 79.4, 79.4, 74.0, 50.2, 74.0]
    assert {s.conversion.basis for s in scaled.stages if s.conversion} == {Basis.SCALED}


def test_scaling_again_starts_from_the_usual_steps() -> None:
    project = Project(pipelines=(default_sale(),))
    project = forecast.with_numbers(project, "p", entries=120.0, wins=60.0)
    project = forecast.with_numbers(project, "p", wins=11.0)
    assert _shares(project.pipelines[0]) == [74.5, 59.2, 74.5, 74.5, 79.6, 59.2, 79.6]


def test_a_step_the_user_typed_stays() -> None:
    project = forecast.with_numbers(Project(pipelines=(default_sale(),)), "p", entries=120.0, wins=11.0)
    project = forecast.with_share(project, "p", stage="s2", share=0.5)
    typed = [s.conversion for s in project.pipelines[0].stages if s.conversion]
    assert (typed[1].share, typed[1].basis) == (0.5, Basis.FACT)
    assert math.prod(c.share for c in typed) == pytest.approx(11 / 120, abs=1e-5)


def test_taking_a_typed_step_back_brings_the_usual_one() -> None:
    project = Project(pipelines=(default_sale(),))
    typed = forecast.with_share(project, "p", stage="s2", share=0.5)
    assert forecast.with_share(typed, "p", stage="s2", share=None) == project


@pytest.mark.parametrize(("entries", "wins"), [(120, 0), (10, 12), (None, 5), (120, None)])
def test_numbers_that_say_nothing_scale_nothing(entries: float | None, wins: float | None) -> None:
    pipeline = default_sale(entries=entries, wins=wins)
    assert forecast.rescaled(pipeline) == pipeline


def test_numbers_beyond_the_ranges_are_noticed_before_and_after_scaling() -> None:
    pipeline = default_sale(entries=120, wins=60)
    assert [forecast.outside_usual_range(p) for p in (pipeline, forecast.rescaled(pipeline))] == [True, True]


def test_default_first_sale_wins_about_ten_of_a_hundred() -> None:
    reached = forecast.counts(default_sale())
    assert reached is not None
    assert [round(n, 1) for n in reached] == [100, 75, 45, 33.8, 25.3, 20.2, 12.2, 9.7]


def test_requests_needed_for_a_revenue_goal() -> None:
    assert forecast.requests_needed(2_000_000, 80_000, 0.0972) == 258
    assert forecast.requests_needed(2_000_000, 80_000, 11 / 120) == 273


def test_ten_points_into_the_key_stage_bring_this_much() -> None:
    pipeline = default_sale(entries=120)
    gain = forecast.lever(pipeline, "s4")
    assert gain is not None
    assert (round(gain.wins, 2), round(100 * (gain.factor - 1), 1)) == (1.56, 13.3)
    assert gain.money(80_000) == pytest.approx(124_416, abs=5)


def test_chance_of_a_deal_grows_along_the_funnel() -> None:
    chances = [forecast.chance(default_sale(), f"s{n}") or 0 for n in range(1, 8)]
    assert [round(100 * p, 1) for p in chances] == [9.7, 13.0, 21.6, 28.8, 38.4, 48.0, 80.0]


def test_typed_counts_give_the_shares_even_when_they_grow() -> None:
    pipeline = default_sale()
    typed = tuple(s.changed(reached=n) for s, n in zip(pipeline.stages, (100, 40, 55, 30, 20, 15, 12), strict=True))
    assert forecast.shares(pipeline.changed(stages=typed, wins=10))[1] == pytest.approx(1.375)


_steps = st.lists(
    st.tuples(st.floats(0.05, 1), st.floats(0.05, 1), st.floats(0.05, 1))
    .map(sorted)
    .map(lambda s: Step(share=s[1], low=s[0], high=s[2])),
    min_size=1,
    max_size=8,
).map(tuple)


@given(steps=_steps, target=st.floats(0.001, 1))
def test_scaling_stays_within_the_bounds_and_hits_what_is_reachable(steps: tuple[Step, ...], target: float) -> None:
    scaled = forecast.scale(steps, target)
    assert all(s.low - 1e-6 <= x <= s.high + 1e-6 or s.share == 1 for s, x in zip(steps, scaled.shares, strict=True))
    if scaled.exponent is not None:
        assert math.prod(scaled.shares) == pytest.approx(target, abs=1e-4)
