"""A file while it is made: how far it is in words, and a button to leave it; the page goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from wizard.ui import inputs, pressing
from wizard.ui.session import Session

EVERY = 1.0  # seconds


Leave = Callable[[Session, str], None]


def follow(session: Session, place: str, *, leave: Leave = pressing.leave) -> bool:
    """Whether something is being made for this place; if so, this stands there."""
    if pressing.going(session, place) is None:
        return False
    _look(session, place, leave)
    return True


@st.fragment(run_every=EVERY)
def _look(session: Session, place: str, leave: Leave) -> None:
    work = pressing.going(session, place)
    if work is None:
        st.rerun()
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", width="content", key=inputs.key("making", place)
    ):
        st.markdown(f":material/hourglass_top: {pressing.in_words(work, session.tr)}", width="content")
        st.button(
            session.tr("export.leave"),
            key=inputs.key(place, "leave"),
            type="tertiary",
            on_click=leave,
            args=(session, place),
        )


def trouble(session: Session, place: str) -> None:
    """Why there is no file here."""
    if key := session.exporting.failed.get(place):
        st.error(session.tr(key), icon=":material/error:")
