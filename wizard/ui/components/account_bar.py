"""Which account a page speaks of, always in sight; a practice account is marked as one."""

from __future__ import annotations

import streamlit as st

from wizard.amocrm.refused import AccountError
from wizard.ui import connecting, frame
from wizard.ui.clock import local
from wizard.ui.entering import Connected
from wizard.ui.plain import plain
from wizard.ui.session import Session


def name(session: Session, connected: Connected) -> None:
    """Which account this tab is connected to."""
    account = connected.checked.account
    label(session, account.name, account.host, practice=connected.practice)


def label(session: Session, account: str, host: str, *, practice: bool) -> None:
    """An account's name and address, and whether it is for practice."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        named = "" if practice else f"**{plain(account)}** \u00b7 "  # a practice account is called as its badge says
        st.markdown(f":material/domain: {named}{plain(host)}", width="content")
        if practice:
            st.badge(session.tr("connect.badge"), color="violet", icon=":material/school:")


def show(session: Session, connected: Connected) -> None:
    """The account with the ways to read it anew and to another one."""
    tr, entering = session.tr, session.entering
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="account"):
        name(session, connected)
        with st.container(
            horizontal=True, horizontal_alignment="right", vertical_alignment="center", width="content", gap="small"
        ):
            if entering.seen:
                time = f"{local(entering.seen.at):%H:%M}"
                st.button(
                    tr("account.read_at", time=time),
                    key="account.again",
                    type="tertiary",
                    icon=":material/refresh:",
                    on_click=entering.look_again,
                )
            frame.link(session, "connect", label=tr("account.other"), icon=":material/swap_horiz:")


def offer(session: Session) -> None:
    """The ways to connect, for a page that needs an account."""
    tr, refused = session.tr, session.entering.refused
    if refused:
        st.error(plain(refused.message(tr)), icon=":material/error:")
    st.info(tr("account.none"), icon=":material/key:")
    with st.container(horizontal=True, vertical_alignment="center"):
        frame.go(session, "connect", label=tr("page.connect"), primary=True)
        practice_button(session)


def practice_button(session: Session) -> None:
    st.button(
        session.tr("connect.practise"),
        key="connect.practise",
        icon=":material/school:",
        on_click=connecting.practise,
        args=(session,),
    )


def refused(session: Session, error: AccountError) -> None:
    """Why the account did not answer, with a way to try again; the way to another one stands beside its name."""
    tr = session.tr
    st.error(plain(error.message(tr)), icon=":material/cloud_off:")
    st.button(tr("frame.again"), key="account.retry", type="primary", on_click=session.entering.look_again)
