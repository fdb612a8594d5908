"""Links: the one to continue by, the one that only shows, new ones, and deleting the project."""

from __future__ import annotations

import streamlit as st

from wizard.storage.draft import Draft
from wizard.ui import frame, inputs, links
from wizard.ui.components import banner, folding
from wizard.ui.session import Session

ID = "access"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    draft = session.keeping.draft if session.keeping else None
    frame.title(session, ID)
    if draft:
        _all(session, draft)
    else:
        st.info(session.tr("versions.none_yet"))
    frame.link(session, "hub", label=session.tr("frame.all_steps"), icon=":material/list:")


def _all(session: Session, draft: Draft) -> None:
    tr = session.tr
    if not session.readonly:
        _link(session, "edit", token=draft.token)
    _link(session, "view", token=draft.view_token)
    if not session.readonly:
        _renew(session)
    with st.container(border=True, gap="small", key="card-file"):
        st.subheader(tr("access.file"), anchor=False)
        st.caption(tr("access.file_note"))
        banner.download(session, key="access.download")
    if not session.readonly:
        _delete(session)


def _link(session: Session, kind: str, *, token: str) -> None:
    tr = session.tr
    with st.container(border=True, gap="small", key=f"card-{kind}"):
        st.subheader(tr(f"access.{kind}"), anchor=False)
        st.caption(tr(f"access.{kind}_note"))
        frame.copied_link(session, token, key=f"access.{kind}.link")


def _renew(session: Session) -> None:
    tr = session.tr
    with folding.menu(tr("access.renew"), name="access.renew_menu", icon=":material/autorenew:") as is_open:
        if is_open:
            st.markdown(tr("access.renew_note"))
            st.button(tr("access.renew_yes"), key="access.renew", type="primary", on_click=_renewed, args=(session,))


def _renewed(session: Session) -> None:
    """Callback: the links are new, and nothing hides them."""
    inputs.close(name="access.renew_menu")
    links.renew(session)


def _delete(session: Session) -> None:
    tr = session.tr
    with folding.menu(tr("access.delete"), name="access.delete_menu", icon=":material/delete_forever:") as is_open:
        if is_open:
            st.markdown(tr("access.delete_note"))
            if st.button(tr("access.delete_yes"), key="access.delete") and links.delete(session):
                frame.turn_to(session, "hub")
