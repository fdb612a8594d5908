"""What a reader sees when the program itself fails: a sentence and a number, never a traceback."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from wizard.ui.session import current

_LOG = logging.getLogger("voronka")


def say(error: Exception) -> bool:
    """Log the failure under a number and show that number; True keeps Streamlit's own page away."""
    number = secrets.token_hex(4)
    _LOG.error("failure %s", number, exc_info=error)
    st.error(current().tr("failure.said", number=number), icon=":material/error:")
    return True
