"""Export: the files to take away, and what to do with each."""

from __future__ import annotations

import streamlit as st

from exports import EXPORTERS
from exports.exporter import Options
from wizard.ui import frame
from wizard.ui.components import files
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
        files.card(session, exporter, options, first=place == 0)
    with st.expander(tr("export.experts")):
        for exporter in (known for known in EXPORTERS if known.for_experts):
            files.card(session, exporter, options, first=False)
    st.html(f'<p class="v-mute">{tr("export.nothing_changed")}</p>')
    _further(session)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "review", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _further(session: Session) -> None:
    """The two ends besides doing it oneself by the checklist."""
    with st.container(horizontal=True, vertical_alignment="center"):
        frame.go(session, "connect", label=session.tr("export.by_itself"), key="export.connect")
        frame.go(session, "handover", label=session.tr("page.handover"), key="export.handover")
