"""Export: the files to take away, each to be looked at before, and what to do with them."""

from __future__ import annotations

import streamlit as st

from exports import EXPORTERS
from exports.papers.chat_text import message
from exports.papers.matter import Matter
from wizard.ui import choosing, clock, frame, logos
from wizard.ui.components import files, folding, letterhead, offers
from wizard.ui.session import Session

ID = "export"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    tr, project, exporting = session.tr, session.project, session.exporting
    frame.title(session, ID)
    if session.report.blocking:
        st.error(tr("review.blocked"), icon=":material/error:")
        frame.go(session, "review", label=tr("export.to_review"), key="export.review")
    today = clock.today()
    options = exporting.options(project, today=today, logo=logos.logo(session))
    files.show(session, offers.pack(tr), options)
    _further(session)
    _scope(session)
    letterhead.fold(session, today=today)
    st.subheader(tr("export.apart"), anchor=False)
    matter = Matter(project, options)
    for offer in offers.first(matter, tr):
        files.show(session, offer, options)
    _more(session, matter)
    with folding.fold(tr("export.experts"), name="export.experts") as is_open:
        for exporter in EXPORTERS if is_open else ():
            if exporter.for_experts:
                files.show(session, offers.alone(exporter.id, tr), options)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "review", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _scope(session: Session) -> None:
    """Which funnels the files are about."""
    tr, project, exporting = session.tr, session.project, session.exporting
    launched, everything = len(project.launched()), len(project.pipelines)
    takes_all = exporting.takes_all(project)

    def choose(on: bool) -> None:
        exporting.everything = on

    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(tr.plural("export.scope", everything if takes_all else launched), width="content")
        if launched < everything:
            choosing.switch(tr("export.all", all=everything), on=takes_all, name="export.all", choose=choose)


def _more(session: Session, matter: Matter) -> None:
    """What is made on request, and the words for the team's chat."""
    tr = session.tr
    with folding.fold(tr("export.more"), name="export.more") as is_open:
        if not is_open:
            return
        if matter.pipelines:
            st.markdown(f"**{tr('paper.chat_text.name')}**")
            st.code(message(matter), language=None, wrap_lines=True)
        for offer in offers.more(matter, tr):
            files.show(session, offer, matter.options)


def _further(session: Session) -> None:
    """The two ends besides doing it oneself by the checklist."""
    with st.container(horizontal=True, vertical_alignment="center"):
        frame.go(session, "connect", label=session.tr("export.by_itself"), key="export.connect")
        frame.go(session, "handover", label=session.tr("page.handover"), key="export.handover")
