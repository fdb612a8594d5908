"""More figures of a funnel, folded: what a client costs, win rate, coverage, chances, money a day."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from wizard import forecast
from wizard.charts.funnel_words import number
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Pipeline, WonKind
from wizard.ui import inputs
from wizard.ui.components import folding, listing
from wizard.ui.inputs import Change
from wizard.ui.session import Session


def render(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    with folding.fold(tr("figures.title"), name="shape.figures") as is_open:
        if not is_open:
            return
        total = forecast.total(pipeline)
        if total is None or not total:
            st.caption(tr("shape.unknown"))
            return
        name = inputs.key("figures", pipeline.id)
        for label, attribute in (("figures.open_deals", "open_deals"), ("figures.cycle_days", "cycle_days")):
            inputs.number(
                tr(label),
                getattr(pipeline, attribute),
                name=f"{name}.{attribute}",
                change=Change(change_pipeline, (pipeline.id,), to=attribute),
                placeholder=tr("shape.about"),
            )
        listing.bullets(*_money(session, pipeline, total), *_closed(session, pipeline), *_next(session, pipeline))
        st.markdown(tr("figures.chances"))
        listing.bullets(*_chances(session, pipeline))
        st.caption(tr("figures.note"))


def _money(session: Session, pipeline: Pipeline, total: float) -> Iterator[str]:
    tr, project = session.tr, session.project
    currency, check = project.company.currency, pipeline.average_check
    if pipeline.won.kind is not WonKind.PAYMENT:
        return
    if project.request_price:
        cost = forecast.client_cost(project.request_price, total)
        yield tr("figures.client", money=tr.money(cost, currency), price=tr.money(project.request_price, currency))
    if check and pipeline.open_deals and pipeline.cycle_days:
        a_day = forecast.velocity(pipeline.open_deals, check, win_rate=total, cycle=pipeline.cycle_days)
        yield tr("figures.velocity", money=tr.money(a_day, currency))


def _closed(session: Session, pipeline: Pipeline) -> Iterator[str]:
    """What closed deals say; they are counted by the reasons of step 6."""
    tr, lost = session.tr, sum(forecast.lost_counts(pipeline).values())
    rate = forecast.win_rate(pipeline.wins or 0, lost)
    if not lost or not rate:
        yield tr("figures.count_reasons")
        return
    won = number(pipeline.wins or 0, tr)
    yield tr("figures.win_rate", share=tr.percent(rate, digits=1), won=won, lost=number(lost, tr))
    yield tr("figures.coverage", times=tr.number(forecast.coverage(rate), digits=1))


def _next(session: Session, pipeline: Pipeline) -> Iterator[str]:
    """How many of those who enter here win in the funnel that follows."""
    to = pipeline.won_route.to if pipeline.won_route else None
    if to is None or to.stage is None or pipeline.won.kind is WonKind.PAYMENT:
        return
    following = session.project.pipeline(to.pipeline)
    share = forecast.in_a_row(pipeline, following, entry=to.stage)
    if share is not None:
        yield session.tr("figures.next", share=session.tr.percent(share, digits=1), name=following.name)


def _chances(session: Session, pipeline: Pipeline) -> Iterator[str]:
    tr, check = session.tr, pipeline.average_check
    for stage in pipeline.stages:
        chance = forecast.chance(pipeline, stage.id)
        if chance is None:
            continue
        share = tr.percent(min(chance, 1), digits=1)
        if check and pipeline.won.kind is WonKind.PAYMENT:
            weight = tr.money(check * min(chance, 1), session.project.company.currency)
            yield tr("figures.chance_money", stage=stage.name, share=share, money=weight)
        else:
            yield tr("figures.chance", stage=stage.name, share=share)
