"""The other funnels on one screen: fits, change, or later."""

from __future__ import annotations

import streamlit as st

from wizard.charts.funnel_words import sum_in_words
from wizard.lint.rule import Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Launch, Pipeline
from wizard.ui import frame, inputs
from wizard.ui.components import route
from wizard.ui.inputs import Change
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "others"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    main = session.project.main_sale()
    rest = [p for p in session.project.pipelines if p is not main]
    if not rest:
        st.info(tr("others.none"))
    for pipeline in rest:
        _row(session, pipeline)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "review", label=tr("frame.next"), primary=True, key="nav.next")
        frame.go(session, "losses", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _row(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    with st.container(border=True):
        about, ends, do = st.columns([5, 5, 3], gap="medium")
        with about:
            st.markdown(f"**{plain(pipeline.name)}**  \n{plain(pipeline.goal)}")
            st.caption(" \u2192 ".join(plain(stage.name) for stage in pipeline.stages))
        with ends:
            st.markdown(f"{tr('others.won')}: {plain(route.in_words(session, pipeline.won_route))}")
            st.markdown(f"{tr('others.lost')}: {plain(_losses(session, pipeline))}")
            words = sum_in_words(pipeline, language=session.language)
            if words:
                st.caption(words if pipeline.entries else tr("others.assumed", words=words.rstrip(".")))
        with do:
            _state(session, pipeline)


def _state(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    problems = [f for f in session.report.about(f"pipelines/{pipeline.id}") if f.severity is not Severity.HINT]
    if problems:
        st.badge(tr.plural("others.findings", len(problems)), color="orange", icon=":material/warning:")
    inputs.segments(
        f"{tr('advice.when')}: {plain(pipeline.name)}",
        pipeline.launch,
        name=inputs.key("others", pipeline.id, "launch"),
        change=Change(change_pipeline, (pipeline.id,), to="launch"),
        options=[Launch.NOW, Launch.LATER],
        words=lambda option: tr(f"launch.{option}"),
        label_visibility="collapsed",
    )
    if st.button(tr("others.change"), key=inputs.key("others", pipeline.id, "change"), icon=":material/edit:"):
        session.choose("pipeline", pipeline.id)
        frame.turn_to(session, "stages")


def _losses(session: Session, pipeline: Pipeline) -> str:
    """Where lost clients go, each place once, the most frequent first."""
    found: dict[str, int] = {}
    for use in pipeline.losses:
        where = pipeline.route_of(use)
        name = session.tr("route.nowhere")
        if where is not None:
            name = session.project.pipeline(where.to.pipeline).name if where.to else session.tr(f"route.{where.target}")
        found[name] = found.get(name, 0) + 1
    return " \u00b7 ".join(sorted(found, key=lambda name: -found[name])) or session.tr("route.nowhere")
