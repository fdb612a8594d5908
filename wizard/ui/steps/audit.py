"""The audit: what a company has is pasted or uploaded, judged on the spot, and opened in the wizard to be cured."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from wizard.audit import readers
from wizard.storage.errors import FileError
from wizard.ui import frame, inputs, taking
from wizard.ui.audited import Audited, audited
from wizard.ui.components import account_bar, audit_cures, audit_report, upload
from wizard.ui.components.diagnosis import usual_currency
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "audit"
NEEDS_PROJECT = False

_TYPES = ["json", "csv", "tsv", "xlsx", "txt"]


def render(session: Session) -> None:
    frame.title(session, ID)
    judged = session.audited
    _asked(session, is_judged=isinstance(judged, Audited))
    if isinstance(judged, Audited):
        audit_report.show(session, judged)
        audit_cures.show(session, judged)
    elif judged is not None:
        st.error(plain(judged.message(session.tr)), icon=":material/error:")
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.link(session, "hub", label=session.tr("audit.to_start"), icon=":material/home:")


def _asked(session: Session, *, is_judged: bool) -> None:
    """Where to paste and to upload."""
    tr = session.tr
    # Once there is a report, the way on is a cure.
    kind: Literal["primary", "secondary"] = "secondary" if is_judged else "primary"
    # Folded by the report, which would stand below it; what was pasted stays there to be put right.
    with st.expander(tr("audit.other")) if is_judged else st.container(border=True, gap="small"):
        st.text_area(tr("audit.text"), key="audit.text", height=140, placeholder=tr("audit.example"))
        st.caption(tr("audit.text_note"))
        with st.container(horizontal=True, vertical_alignment="center"):
            text_kind = "secondary" if inputs.typed("audit.file") else kind
            st.button(tr("audit.check"), key="audit.check", type=text_kind, on_click=_check_text, args=(session,))
            st.button(tr("audit.example_button"), key="audit.example", on_click=_check_example, args=(session,))
            _account(session)
        uploaded = upload.place(tr("audit.file"), name="audit.file", types=_TYPES, tr=tr)
        if uploaded:
            label = tr("audit.check_file", name=plain(uploaded.name))
            st.button(label, key="audit.check_file", type=kind, on_click=_check_file, args=(session,))


def _account(session: Session) -> None:
    """The way to what the connected account holds, or to connecting one."""
    connected = session.entering.connected
    pressed = st.button(session.tr("connect.to_audit"), key="audit.account", icon=":material/cloud_download:")
    if pressed and connected is None:
        frame.turn_to(session, "connect")
    elif pressed and connected:
        taking.take(session, connected)
        st.rerun()
    if connected:
        account_bar.name(session, connected)


def _check_example(session: Session) -> None:
    inputs.fill("audit.text", session.tr("audit.example"))
    _check_text(session)


def _check_text(session: Session) -> None:
    _check(session, "", str(inputs.typed("audit.text", "") or "").encode("utf-8", "ignore"))


def _check_file(session: Session) -> None:
    uploaded = inputs.typed("audit.file")
    if uploaded is not None:
        _check(session, uploaded.name, uploaded.getvalue())


def _check(session: Session, name: str, data: bytes) -> None:
    """Judge what was given; why it cannot be used takes the place of the last report."""
    try:
        session.audited = audited(readers.read(name, data), currency=usual_currency(session))
    except FileError as error:
        session.audited = error
