"""All comments in one list: for the owner with what may become of each, for a reader those of this browser."""

from __future__ import annotations

import streamlit as st

from wizard.storage.comment import CommentState
from wizard.ui import comments, frame
from wizard.ui.browser import device
from wizard.ui.components import folding, remarks
from wizard.ui.session import Session

ID = "comments"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    if session.readonly:
        device.follow(session.desk)
    said = comments.known(session)
    new = [each for each in said if each.state is CommentState.NEW]
    if not said:
        st.info(tr("comment.none_own" if session.readonly else "comment.none"))
    elif not new:
        st.success(tr("comment.all_settled"), icon=":material/check_circle:")
    remarks.listed(session, new, place="list")
    settled = [each for each in said if each not in new]
    if settled:
        with folding.fold(tr.plural("comment.settled", len(settled)), name="comment.settled") as is_open:
            if is_open:
                remarks.listed(session, settled, place="list")
    if not session.readonly and session.keeping and session.keeping.draft:
        with st.container(border=True, gap="small", key="card-view"):
            st.caption(tr("comment.link_note"))
            frame.copied_link(session, session.keeping.draft.view_token, key="comment.link")
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "stages", label=tr("page.stages"))
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")
