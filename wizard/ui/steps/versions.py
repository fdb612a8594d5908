"""Versions: what was saved when and what changed, named versions, and the way back to any of them."""

from __future__ import annotations

import streamlit as st

from wizard.i18n.changes import changes_in_words
from wizard.storage.refused import DraftError
from wizard.storage.revisions import Revision
from wizard.ui import frame, inputs, links
from wizard.ui.clock import local
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "versions"
NEEDS_PROJECT = True
SHOWN = 25


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    _all(session)
    frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _all(session: Session) -> None:
    tr, keeping = session.tr, session.keeping
    if keeping is None or keeping.draft is None:
        st.info(tr("versions.none_yet"))
        return
    try:
        kept = keeping.connect().revisions(keeping.draft)
    except DraftError:
        st.error(tr("versions.away"), icon=":material/cloud_off:")
        st.button(tr("frame.again"), key="versions.again", type="primary")
        return
    if not session.readonly:
        _name_present(session, keeping.draft.number)
    named = [revision for revision in kept if revision.name]
    if named:
        st.subheader(tr("versions.named"), anchor=False)
        _list(session, named, place="named")
    st.subheader(tr("versions.all"), anchor=False)
    _list(session, list(kept[: _shown(session)]), place="all")
    if len(kept) > _shown(session):
        st.button(tr("versions.more"), key="versions.more", on_click=session.choose, args=("versions", "all"))
    st.caption(tr("versions.note"))


def _shown(session: Session) -> int:
    return SHOWN if session.chosen.get("versions") != "all" else 10_000


def _name_present(session: Session, number: int) -> None:
    tr = session.tr
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(tr("versions.name"), key="versions.name", placeholder=tr("versions.example"), width=360)
        inputs.action(tr("versions.keep"), key="versions.keep", on_click=_name, args=(session, number))


def _name(session: Session, number: int) -> None:
    """Name the present version; what was typed stays when it cannot be kept."""
    name, keeping = str(inputs.typed("versions.name", "")).strip(), session.keeping
    if not name or keeping is None or keeping.draft is None:
        session.notice = "versions.no_name"
        return
    try:
        keeping.connect().name(keeping.draft, number, name)
    except DraftError as error:
        links.tell(session, error)
        return
    inputs.clear("versions.name")


def _list(session: Session, revisions: list[Revision], *, place: str) -> None:
    for revision in revisions:
        _row(session, revision, place)


def _row(session: Session, revision: Revision, place: str) -> None:
    tr = session.tr
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"
    ):
        with st.container(width=760, gap="xsmall"):
            name = f"**{plain(revision.name)}** \u00b7 " if revision.name else ""
            st.markdown(f"{name}{plain(tr.moment(local(revision.made_at)))}")
            st.caption(plain(changes_in_words(revision.changes, tr) or tr("versions.beginning")))
        if revision.present:
            st.badge(tr("versions.present"), color="green", icon=":material/check:")
        elif not session.readonly:
            inputs.action(
                tr("versions.restore"),
                key=inputs.key("restore", place, str(revision.number)),
                icon=":material/history:",
                on_click=links.restore,
                args=(session, revision.number),
            )
