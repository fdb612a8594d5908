"""The audit: what a company has is pasted or uploaded, judged on the spot, and opened in the wizard to be cured."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from wizard.audit import readers
from wizard.storage.errors import FileError
from wizard.ui import frame, inputs
from wizard.ui.audited import audited
from wizard.ui.components import audit_cures, audit_report, opening
from wizard.ui.components.diagnosis import usual_currency
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "audit"
NEEDS_PROJECT = False

_TYPES = ["json", "csv", "tsv", "xlsx", "txt"]


def render(session: Session) -> None:
    frame.title(session, ID)
    _asked(session)
    if session.audited is not None:
        audit_report.show(session, session.audited)
        audit_cures.show(session, session.audited)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.link(session, "hub", label=session.tr("audit.to_start"), icon=":material/home:")


def _asked(session: Session) -> None:
    """Where to paste and to upload; what cannot be used is said, and the last report stays away."""
    tr = session.tr
    with st.container(border=True, gap="small"):
        st.text_area(tr("audit.text"), key="audit.text", height=140, placeholder=tr("audit.example"))
        st.caption(tr("audit.text_note"))
        with st.container(horizontal=True, vertical_alignment="center"):
            # Once there is a report, the way on is a cure.
            kind: Literal["primary", "secondary"] = "secondary" if session.audited else "primary"
            if st.button(tr("audit.check"), key="audit.check", type=kind):
                _check(session, "", str(inputs.typed("audit.text", "") or "").encode("utf-8", "ignore"))
            if st.button(tr("audit.example_button"), key="audit.example", on_click=_fill, args=(session,)):
                _check(session, "", tr("audit.example").encode())
        uploaded = st.file_uploader(
            tr("audit.file"), type=_TYPES, key="audit.file", max_upload_size=opening.MAX_MEGABYTES
        )
        label = tr("audit.check_file", name=plain(uploaded.name)) if uploaded else ""
        if uploaded and st.button(label, key="audit.check_file", type=kind):
            _check(session, uploaded.name, uploaded.getvalue())


def _fill(session: Session) -> None:
    inputs.fill("audit.text", session.tr("audit.example"))


def _check(session: Session, name: str, data: bytes) -> None:
    session.audited = None
    try:
        session.audited = audited(readers.read(name, data), currency=usual_currency(session))
    except FileError as error:
        st.error(plain(error.message(session.tr)), icon=":material/error:")
