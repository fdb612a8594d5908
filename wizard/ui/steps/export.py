"""Export: the files to take away, and what to do with each."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exports import EXPORTERS
from exports.exporter import Exporter, Options, file_name
from wizard.model.project import Project
from wizard.ui import frame
from wizard.ui.session import Session

ID = "export"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    tr, project = session.tr, session.project
    frame.title(session, ID)
    if session.report.blocking:
        st.error(tr("review.blocked"), icon=":material/error:")
        frame.go(session, "review", label=tr("export.to_review"), key="export.review")
    launched, everything = len(project.launched()), len(project.pipelines)
    include_all = st.toggle(
        tr("export.all", all=everything), key="export.all", disabled=launched == everything, value=launched == 0
    )
    st.caption(tr.plural("export.scope", everything if include_all else launched))
    options = Options(all_pipelines=include_all)
    for place, exporter in enumerate(known for known in EXPORTERS if not known.for_experts):
        _file(session, exporter, options, first=place == 0)
    with st.expander(tr("export.experts")):
        for exporter in (known for known in EXPORTERS if known.for_experts):
            _file(session, exporter, options, first=False)
    st.html(f'<p class="v-mute">{tr("export.nothing_changed")}</p>')
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "review", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _file(session: Session, exporter: Exporter, options: Options, *, first: bool) -> None:
    tr = session.tr
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        with st.container(width=640, gap="xsmall"):
            st.markdown(f"**{tr(f'export.{exporter.id}.title')}**")
            st.caption(tr(f"export.{exporter.id}.what"))
        st.download_button(
            tr(f"export.{exporter.id}.button"),
            data=partial(_rendered, exporter, session.project, options),
            file_name=file_name(session.project, exporter),
            mime=exporter.media_type,
            key=f"export.{exporter.id}",
            on_click="ignore",
            type="primary" if first else "secondary",
            icon=":material/download:",
        )


def _rendered(exporter: Exporter, project: Project, options: Options) -> bytes:
    return exporter.render(project, options)
