"""Connect: the practice account by one click, or one's own by its address and an access key."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from wizard.ui import connecting, frame, inputs, taking
from wizard.ui.components import account_bar
from wizard.ui.entering import Connected
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

ID = "connect"
NEEDS_PROJECT = False
# The way to a key, click by click.
_KEY = ("connect.key_made", "connect.key_issued", "connect.key_copied")


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    if connected := connecting.answer(session):
        _connected(session, connected)
    else:
        _unconnected(session)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        if session.is_open:
            frame.go(session, "export", label=tr("frame.back"), key="nav.back")
            frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")
        else:
            frame.link(session, "hub", label=tr("audit.to_start"), icon=":material/home:")


def _connected(session: Session, connected: Connected) -> None:
    """Whose account it is, what the key may do there, and where to go on."""
    tr, checked = session.tr, connected.checked
    with st.container(border=True, gap="small", key="card-account"):
        account_bar.name(session, connected)
        if connected.practice:
            st.markdown(tr("connect.practice_note"))
        else:
            lines = checked.lines(tr, now=dt.datetime.now(dt.UTC))[1:]
            st.markdown("  \n".join(map(plain, lines)))
            st.caption(tr("connect.memory"))
        with st.container(horizontal=True, vertical_alignment="center"):
            if session.is_open:
                _onward(session, connected)
            elif st.button(tr("connect.to_audit"), key="nav.next", type="primary"):
                taking.take(session, connected)
                frame.turn_to(session, "audit")
            st.button(
                tr("connect.disconnect"),
                key="connect.disconnect",
                on_click=session.entering.disconnect,
                icon=":material/link_off:",
            )


def _onward(session: Session, connected: Connected) -> None:
    """To the plan; first of all to the entry that is not over."""
    from wizard.ui import running  # noqa: PLC0415 - HTTP takes long to import, and most visits do without

    begun = running.to_go_on(session, connected)
    if begun:
        frame.go(session, "enter", label=session.tr("connect.to_run"), primary=True)
    frame.go(session, "plan", label=session.tr("connect.to_plan"), primary=not begun, key="nav.next")


def _unconnected(session: Session) -> None:
    tr, refused = session.tr, session.entering.refused
    # The practice account costs nothing: it comes first where the columns stand one below the other.
    practice, own = st.columns([5, 7], gap="large")
    with practice, st.container(border=True, gap="small", key="card-practice"):
        st.subheader(tr("connect.practice"), anchor=False)
        st.markdown(tr("connect.practice_lead"))
        account_bar.practice_button(session)
    with own, st.container(border=True, gap="small", key="card-own"):
        st.subheader(tr("connect.own"), anchor=False)
        st.markdown(tr("connect.waiver"))
        if refused:
            st.error(plain(refused.message(tr)), icon=":material/error:")
        _form(session)
        st.caption(tr("connect.memory"))
        _where_the_key_is(session)


def _form(session: Session) -> None:
    tr, base = session.tr, connecting.base()
    with st.form("connect", border=False):
        if base:
            st.markdown(tr("connect.base", address=plain(base)))
        else:
            inputs.begin("connect.address", session.entering.address)
            st.text_input(tr("connect.address"), key="connect.address", placeholder="company.amocrm.ru")
        st.text_input(tr("connect.token"), key="connect.token", type="password", autocomplete="off")
        st.form_submit_button(
            tr("connect.button"), key="connect.submit", type="primary", on_click=connecting.ask, args=(session,)
        )


def _where_the_key_is(session: Session) -> None:
    tr = session.tr
    steps = "".join(f"<li>{safe(tr(key))}</li>" for key in _KEY)
    st.html(f'<p class="v-small"><b>{safe(tr("connect.key"))}</b></p><ol class="v-small">{steps}</ol>')
