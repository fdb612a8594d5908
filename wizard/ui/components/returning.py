"""What brings a page up to date after its connection was lost."""

from __future__ import annotations

import streamlit as st

_SELDOM = 3600.0  # seconds


@st.fragment(run_every=_SELDOM)
def returning() -> None:
    """Make the browser ask for a run as soon as it is connected again: it does so where something runs by itself.

    Without that the server, started anew or another one, would first hear of the page by an edit, know nothing of the
    widget it comes from, and drop it.
    """
