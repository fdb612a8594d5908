"""Verify: what of the project an account has, read by a key, or told by the JSON somebody with a key sends."""

from __future__ import annotations

import streamlit as st

from wizard.amocrm.verifying import verify
from wizard.audit import readers
from wizard.audit.comparing import compared
from wizard.audit.found import Found
from wizard.storage.errors import FileError
from wizard.ui import connecting, frame, inputs, planning
from wizard.ui.components import account_bar, folding, upload, verified
from wizard.ui.entering import Connected
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "verify"
NEEDS_PROJECT = True
_ANSWERS = """GET /api/v4/leads/pipelines
GET /api/v4/leads/custom_fields?limit=250
GET /api/v4/leads/loss_reasons"""


def render(session: Session) -> None:
    tr, entering = session.tr, session.entering
    frame.title(session, ID)
    connected = connecting.answer(session)
    if connected:
        _by_key(session, connected)
    elif isinstance(entering.told, Found):
        _by_answer(session, entering.told)
    else:
        account_bar.offer(session)
    with folding.fold(tr("verify.without_key"), name="verify.without_key") as is_open:
        if is_open:
            _asked(session)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "enter", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _by_key(session: Session, connected: Connected) -> None:
    bar = st.container()
    plan = None if planning.busy(session) else planning.planned(session, connected)
    with bar:
        account_bar.show(session, connected)
    seen = session.entering.seen
    if plan and seen:
        found = verify(session.project, seen.existing, plan.choices)
        verified.headline(session, found)
        if not found.equal:
            frame.go(session, "plan", label=session.tr("connect.to_plan"), primary=True)
        verified.details(session, found, by_hand=verified.left_by(plan), everything=plan.choices.everything)


def _by_answer(session: Session, told: Found) -> None:
    """By what somebody sent; as much of the project as the account may have."""
    tr = session.tr
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(tr("verify.by_answer"))
        frame.link(session, "connect", label=tr("page.connect"), icon=":material/key:")
    if silent := _not_shown(told):
        st.info(tr("verify.not_shown", what=", ".join(tr(key) for key in silent)), icon=":material/visibility_off:")
    everything = st.toggle(tr("verify.everything"), key="verify.everything")
    found = compared(session.project, told, everything=everything)
    left = verified.left_in(session.project, found, everything=everything)
    verified.headline(session, found)
    verified.details(session, found, by_hand=left, everything=everything)


def _not_shown(told: Found) -> tuple[str, ...]:
    """What the answer says nothing of, as keys."""
    lists = (("verify.fields", told.fields is None), ("verify.reasons", told.reasons is None))
    return tuple(key for key, missing in (*lists, ("verify.others", told.partial)) if missing)


def _asked(session: Session) -> None:
    """What to ask for, and where to put the answer."""
    tr, told = session.tr, session.entering.told
    st.markdown(tr("verify.ask"))
    st.code(_ANSWERS, language=None, wrap_lines=True)
    st.caption(tr("verify.ask_note"))
    st.text_area(tr("verify.text"), key="verify.text", height=120)
    st.button(tr("verify.check"), key="verify.check", on_click=_check_text, args=(session,))
    uploaded = upload.place(tr("verify.file"), name="verify.file", types=("json",), tr=tr)
    if uploaded:
        label = tr("audit.check_file", name=plain(uploaded.name))
        st.button(label, key="verify.check_file", on_click=_check_file, args=(session,))
    if isinstance(told, FileError):
        st.error(plain(told.message(tr)), icon=":material/error:")


def _check_text(session: Session) -> None:
    _check(session, str(inputs.typed("verify.text") or "").encode("utf-8", "ignore"))


def _check_file(session: Session) -> None:
    uploaded = inputs.typed("verify.file")
    if uploaded is not None:
        _check(session, uploaded.getvalue())


def _check(session: Session, data: bytes) -> None:
    """Compare with what was given instead of the account of the key."""
    try:
        session.entering.told = readers.from_json(data)
    except FileError as error:
        # What the audit says of an empty list is of no help here.
        session.entering.told = FileError("verify.nothing") if error.key == "audit.nothing" else error
    else:
        session.entering.disconnect()
