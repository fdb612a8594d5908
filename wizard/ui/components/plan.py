"""What a revenue goal takes, down to requests a day and their price; and what some points more would bring."""

from __future__ import annotations

import streamlit as st

from wizard import forecast
from wizard.charts.what_if_words import gain_in_words
from wizard.model.edits.project import change_project
from wizard.model.pipeline import Pipeline, WonKind
from wizard.ui import inputs
from wizard.ui.components import charts, folding
from wizard.ui.inputs import Change
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

_POINTS = range(-20, 25, 5)
_USUAL = 10


def render(session: Session, pipeline: Pipeline) -> None:
    """The goal and the price of a request, and what they come to; only where won is a payment."""
    tr, project = session.tr, session.project
    if pipeline.won.kind is not WonKind.PAYMENT:
        return
    with folding.fold(tr("shape.plan"), name="shape.plan", expanded=project.revenue_goal is not None) as is_open:
        if not is_open:
            return
        currency = tr.currency(project.company.currency)
        for label, attribute in (("shape.goal", "revenue_goal"), ("shape.request_price", "request_price")):
            inputs.number(
                tr(label, currency=currency),
                getattr(project, attribute),
                name=f"project.{attribute}",
                change=Change(change_project, to=attribute),
                placeholder=tr("shape.about"),
            )
        found = forecast.plan(pipeline, project.revenue_goal, request_price=project.request_price)
        if found is None:
            st.caption(tr("shape.goal_needs"))
            return
        st.markdown(tr.plural("shape.needed", found.requests, payments=tr.number(found.wins, digits=1)))
        charts.plan(session, pipeline, found)


def what_if(session: Session, pipeline: Pipeline) -> None:
    """A step chosen and moved by some points: the gain, and the funnel now and after."""
    tr = session.tr
    with folding.fold(_title(session, pipeline), name="shape.what_if") as is_open:
        if not is_open:
            return
        names = [*(stage.name for stage in pipeline.stages), pipeline.won.name]
        said = {
            stage.id: tr("key.step", start=stage.name, end=after)
            for stage, after in zip(pipeline.stages, names[1:], strict=True)
        }
        chosen = st.selectbox(
            tr("what_if.step"),
            list(said),
            index=_before_key(pipeline),
            format_func=inputs.told_apart(list(said), said.__getitem__),
            key=inputs.key("what_if", pipeline.id, "step"),
            placeholder=tr("ask.choose"),
        )
        points = st.select_slider(
            tr("what_if.points"),
            list(_POINTS),
            value=_USUAL,
            format_func=lambda n: f"{n:+d}".replace("-", "\u2212"),
            key=inputs.key("what_if", pipeline.id, "points"),
        )
        found = forecast.what_if(pipeline, chosen, points=points / 100)
        if found is None:
            st.caption(tr("shape.unknown"))
            return
        _gain(session, pipeline, found)
        charts.what_if(session, pipeline, found, stage=chosen)


def _title(session: Session, pipeline: Pipeline) -> str:
    """Folded, it says already what ten points more on the way into the key stage bring."""
    tr, place = session.tr, _before_key(pipeline)
    found = forecast.what_if(pipeline, pipeline.stages[place].id, points=_USUAL / 100)
    if found is None or not pipeline.key_stage:
        return tr("what_if.title")
    names = [*(stage.name for stage in pipeline.stages), pipeline.won.name]
    gain = gain_in_words(found, pipeline, tr, currency=session.project.company.currency)
    return plain(tr("what_if.title_gain", stage=names[place + 1], gain=gain))


def _gain(session: Session, pipeline: Pipeline, found: forecast.WhatIf) -> None:
    tr = session.tr
    gain = gain_in_words(found, pipeline, tr, currency=session.project.company.currency)
    move = tr("what_if.move", now=tr.percent(found.share_now), after=tr.percent(found.share_after))
    base = tr("key.own") if pipeline.entries else tr("key.per_hundred")
    st.html(f'<p class="v-num">{safe(gain)}</p><p class="v-over">{safe(move)} {safe(base)}</p>')


def _before_key(pipeline: Pipeline) -> int:
    """The step into the key stage."""
    return max(pipeline.index(pipeline.key_stage) - 1, 0) if pipeline.key_stage else 0
