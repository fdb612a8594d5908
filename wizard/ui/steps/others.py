"""The other funnels on one screen: fits, change, or later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from wizard.charts.funnel_words import sum_in_words
from wizard.lint.rule import Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Launch, Pipeline
from wizard.ui import frame, inputs
from wizard.ui.components import paging, route
from wizard.ui.inputs import Change
from wizard.ui.plain import plain, safe
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
    for pipeline in paging.part(session, rest, page=ID, words=partial(_waiting, session)):
        _row(session, pipeline)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "review", label=tr("frame.next"), primary=not session.guided, key="nav.next")
        frame.go(session, "losses", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _row(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", gap="xsmall", key=f"row-{pipeline.id}"
    ):
        st.html(f'<div class="v-two"><div>{_about(pipeline)}</div><div>{_ends(session, pipeline)}</div></div>')
        _launch(session, pipeline)
        if st.button(tr("others.change"), key=inputs.key("others", pipeline.id, "change"), icon=":material/edit:"):
            session.choose("pipeline", pipeline.id)
            frame.turn_to(session, "stages")


def _about(pipeline: Pipeline) -> str:
    stages = " \u2192 ".join(stage.name for stage in pipeline.stages)
    said = f"<b>{safe(pipeline.name)}</b><br>{safe(pipeline.goal)}"
    return f'<p class="v-said">{said}</p><p class="v-said v-over">{safe(stages)}</p>'


def _ends(session: Session, pipeline: Pipeline) -> str:
    """Where clients go who bought and who did not, how many buy, and what there is to put right."""
    tr = session.tr
    won = f"{tr('others.won')}: {route.in_words(session, pipeline.won_route)}"
    lines = [f'<p class="v-said">{safe(won)}</p>']
    lines.append(f'<p class="v-said">{safe(tr("others.lost"))}: {safe(_losses(session, pipeline))}</p>')
    words = sum_in_words(pipeline, language=session.language)
    if words:
        told = words if pipeline.entries else tr("others.assumed", words=words.rstrip("."))
        lines.append(f'<p class="v-said v-over">{safe(told)}</p>')
    if waiting := _waiting(session, [pipeline]):
        lines.append(f'<p class="v-said v-doubt">{safe(waiting)}</p>')
    return "".join(lines)


def _waiting(session: Session, pipelines: Sequence[Pipeline]) -> str:
    """How much there is to put right in these funnels; nothing where there is nothing."""
    own = tuple(f"pipelines/{pipeline.id}/" for pipeline in pipelines)
    grave = (f for f in session.report.open if f.severity is not Severity.HINT)
    count = sum(f"{finding.path}/".startswith(own) for finding in grave)
    return session.tr.plural("others.findings", count) if count else ""


def _launch(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    inputs.segments(
        f"{tr('advice.when')}: {plain(pipeline.name)}",
        pipeline.launch,
        name=inputs.key("others", pipeline.id, "launch"),
        change=Change(change_pipeline, (pipeline.id,), to="launch"),
        options=[Launch.NOW, Launch.LATER],
        words=lambda option: tr(f"launch.{option}"),
        label_visibility="collapsed",
    )


def _losses(session: Session, pipeline: Pipeline) -> str:
    """Where lost clients go, each place once, the most frequent first."""
    found: dict[str, int] = {}
    for use in pipeline.losses:
        where = pipeline.route_of(use)
        name = session.tr("route.nowhere")
        if where is not None:
            name = session.project.pipeline(where.to.pipeline).name if where.to else session.tr(f"route.{where.target}")
        found[name] = found.get(name, 0) + 1
    return "\u00a0\u00b7 ".join(sorted(found, key=lambda name: -found[name])) or session.tr("route.nowhere")
