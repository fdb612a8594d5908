"""The three ways a project gets into amoCRM, none of them before the others."""

from __future__ import annotations

import streamlit as st

from wizard.ui import frame
from wizard.ui.plain import safe
from wizard.ui.session import Session

# Where each leads, and its button's key: the first is also the way on.
_WAYS = (("checklist", "export", "nav.next"), ("handover", "handover", None), ("connect", "connect", None))


def show(session: Session) -> None:
    tr = session.tr
    st.subheader(tr("ending.title"), anchor=False)
    for column, (way, page, key) in zip(st.columns(len(_WAYS), border=True), _WAYS, strict=True):
        with column:
            name, what = safe(tr(f"ending.{way}")), safe(tr(f"ending.{way}.what"))
            st.html(f'<p class="v-said"><b>{name}</b></p><p class="v-said v-over">{what}</p>')
            frame.go(session, page, label=tr(f"ending.{way}.button"), key=key or f"ending.{way}")
