"""What brings a page up to date without a click: when its connection was lost, and while it only shows a project."""

from __future__ import annotations

import streamlit as st

from wizard.ui.session import Session

_OFTEN, _SELDOM = 5.0, 3600.0  # seconds


def returning(session: Session) -> None:
    """Make the browser ask for a run as soon as it is connected again: it does so where something runs by itself.

    Without that a server that knows nothing of the page, started anew or another one, would first hear of it by an
    edit, find no widget it comes from, and drop it.
    """
    st.fragment(_look, run_every=_OFTEN if session.readonly else _SELDOM)(session)


def _look(session: Session) -> None:
    """Who may only look clicks seldom: show what the owner has saved since."""
    keeping = session.keeping
    if not (keeping and session.history and session.readonly) or keeping.gone:
        return
    if keeping.refreshed(session.history) or keeping.gone:
        st.rerun()
