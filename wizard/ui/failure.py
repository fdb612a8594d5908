"""What a reader sees when the program itself fails: a sentence, a number and the ways on, never a traceback."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from wizard.ui import frame
from wizard.ui.session import current

_LOG = logging.getLogger("voronka")


def say(error: Exception) -> bool:
    """Log the failure under a number and show that number; True keeps Streamlit's own page away."""
    number = secrets.token_hex(4)
    _LOG.error("failure %s", number, exc_info=error)
    session = current()
    tr = session.tr
    st.error(tr("failure.said", number=number), icon=":material/error:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(tr("frame.again"), key="failure.again", type="primary")
        if session.pages:
            frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")
    return True
