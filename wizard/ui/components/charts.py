"""The charts on a page: the spec is computed once for each state of the project and kept."""

from __future__ import annotations

from typing import Any

import streamlit as st

from wizard.charts.funnel import funnel_chart
from wizard.charts.funnel_words import funnel_in_words
from wizard.charts.route_map import route_map as draw_map
from wizard.charts.route_words import routes_in_words
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.ui.plain import plain
from wizard.ui.session import Session

_KEPT = 200


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _funnel_spec(_project: Project, pipeline: Pipeline, language: str) -> dict[str, Any]:
    spec: dict[str, Any] = funnel_chart(_project, pipeline, language=language).to_dict()
    return spec


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _map_spec(pipelines: tuple[Pipeline, ...], _project: Project, language: str) -> dict[str, Any]:
    spec: dict[str, Any] = draw_map(_project, language=language, columns=2).to_dict()
    return spec


def funnel(session: Session, pipeline: Pipeline) -> None:
    """The funnel of a pipeline, with its text twin folded under it."""
    words = funnel_in_words(session.project, pipeline, language=session.language)
    spec = _funnel_spec(session.project, pipeline, session.language)
    st.vega_lite_chart(spec=spec, width="stretch", alt=words, key=f"chart.funnel.{pipeline.id}")
    with st.expander(session.tr("chart.in_words")):
        st.markdown(plain(words))


def route_map(session: Session) -> None:
    """The map of pipelines and where clients go from each, with its text twin."""
    words = routes_in_words(session.project, language=session.language)
    spec = _map_spec(session.project.pipelines, session.project, session.language)
    st.vega_lite_chart(spec=spec, width="stretch", alt=" ".join(words), key="chart.map")
    with st.expander(session.tr("chart.in_words")):
        for sentence in words:
            st.markdown(f"- {plain(sentence)}")
