"""A revenue goal in words: the same figures as in its picture."""

from __future__ import annotations

from wizard.charts.funnel_rows import funnel_rows
from wizard.charts.funnel_words import number, signed_name
from wizard.forecast import Plan
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline

Lines = tuple[tuple[str, str], ...]  # what it is, and how much


def plan_in_words(plan: Plan, pipeline: Pipeline, *, language: str, currency: str) -> str:
    """From the goal to the requests and their price, and whose figures these are."""
    say = translator(language)
    rows = funnel_rows(pipeline)
    way = " → ".join(
        f"{signed_name(row, say)} {number(count, say)}" for row, count in zip(rows, plan.reached, strict=True)
    )
    found = [
        *(f"{name}: {value}." for name, value in goal_lines(plan, say, currency=currency)),
        say("chart.plan.way", way=way),
        *(f"{name}: {value}." for name, value in request_lines(plan, say, currency=currency)),
        *[say("chart.plan.assumed")] * any(not row.own for row in rows),
    ]
    return " ".join(found)


def goal_lines(plan: Plan, say: Translator, *, currency: str) -> Lines:
    return (
        (say("chart.plan.goal"), say("chart.plan.a-month", money=say.money(plan.goal, currency))),
        (say("chart.plan.check"), say.money(plan.average_check, currency)),
    )


def request_lines(plan: Plan, say: Translator, *, currency: str) -> Lines:
    """Requests by month, week and day; what they cost, and one client, where a price is known."""
    pace = (
        (say("chart.plan.month"), say.number(plan.requests)),
        (say("chart.plan.week"), number(plan.a_week, say)),
        (say("chart.plan.day"), number(plan.a_day, say)),
    )
    if plan.budget is None or plan.client_cost is None or plan.request_price is None:
        return pace
    return (
        *pace,
        (say("chart.plan.price"), say.money(plan.request_price, currency)),
        (say("chart.plan.budget"), say("chart.plan.a-month", money=say.money(plan.budget, currency))),
        (say("chart.plan.client"), say.money(plan.client_cost, currency)),
    )
