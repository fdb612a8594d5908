"""Numbers of a funnel: conversions, counts, plans, what-ifs. Pure; shares are 0-1, counts a month, time in days."""

from wizard.forecast.lost import lost_counts, other_share, win_rate
from wizard.forecast.money import client_cost, coverage, cycle, requests_needed, velocity, weighted
from wizard.forecast.numbers import outside_usual_range, rescaled, with_numbers, with_share
from wizard.forecast.plan import Plan, plan
from wizard.forecast.reached import chance, counts, in_a_row, shares, total
from wizard.forecast.scaling import Scaled, Step, scale
from wizard.forecast.what_if import Lever, WhatIf, lever, what_if

__all__ = [
    "Lever",
    "Plan",
    "Scaled",
    "Step",
    "WhatIf",
    "chance",
    "client_cost",
    "counts",
    "coverage",
    "cycle",
    "in_a_row",
    "lever",
    "lost_counts",
    "other_share",
    "outside_usual_range",
    "plan",
    "requests_needed",
    "rescaled",
    "scale",
    "shares",
    "total",
    "velocity",
    "weighted",
    "what_if",
    "win_rate",
    "with_numbers",
    "with_share",
]
