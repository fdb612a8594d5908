"""The entry: how far it is, what came of it, and how it goes on after a stop."""

from __future__ import annotations

import streamlit as st

from wizard.ui import frame
from wizard.ui.session import Session

ID = "enter"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    from wizard.ui.components import run_page  # noqa: PLC0415 - HTTP takes long to import, and most visits do without

    frame.title(session, ID)
    run_page.show(session)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "plan", label=session.tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=session.tr("frame.all_steps"), icon=":material/list:")
