"""The charts on a page: a spec is computed once for each state of the project."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from wizard.charts.funnel_words import funnel_in_words
from wizard.charts.route_words import routes_in_words
from wizard.model.pipeline import Pipeline
from wizard.ui.components import folding
from wizard.ui.plain import plain
from wizard.ui.session import Session


def funnel(session: Session, pipeline: Pipeline) -> None:
    """The funnel of a pipeline, with its text twin folded under it."""
    words = funnel_in_words(pipeline, language=session.language)
    spec = session.once(f"funnel.{pipeline.id}", partial(_funnel_spec, session, pipeline))
    st.vega_lite_chart(spec=spec, width="stretch", alt=words, key=f"chart.funnel.{pipeline.id}")
    with folding.fold(session.tr("chart.in_words"), name="chart.funnel.words") as is_open:
        if is_open:
            st.markdown(plain(words))


def route_map(session: Session) -> None:
    """The map of pipelines and where clients go from each, with its text twin."""
    words = routes_in_words(session.project, language=session.language)
    # A picture of boxes cannot shrink and stay readable, so there are two, and the page's width picks one.
    for place, columns in (("wide", 2), ("narrow", 1)):
        spec = session.once(f"map.{place}", partial(_map_spec, session, columns))
        with st.container(key=f"map-{place}"):
            st.vega_lite_chart(spec=spec, width="content", alt=" ".join(words), key=f"chart.map.{place}")
    with folding.fold(session.tr("chart.in_words"), name="chart.map.words") as is_open:
        for sentence in words if is_open else ():
            st.markdown(f"- {plain(sentence)}")


def _funnel_spec(session: Session, pipeline: Pipeline) -> dict[str, Any]:
    from wizard.charts.funnel import funnel_chart  # noqa: PLC0415 - altair takes a third of a second to import

    spec: dict[str, Any] = funnel_chart(pipeline, language=session.language).to_dict()
    return spec


def _map_spec(session: Session, columns: int) -> dict[str, Any]:
    from wizard.charts.route_map import route_map as draw_map  # noqa: PLC0415 - as above

    spec: dict[str, Any] = draw_map(session.project, language=session.language, columns=columns).to_dict()
    return spec
