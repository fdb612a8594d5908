"""On the hub: what is done before, at and after a meeting, and what waits there to be read."""

from __future__ import annotations

import streamlit as st

from wizard.storage.comment import CommentState
from wizard.storage.questionnaire import FormState
from wizard.storage.refused import DraftError
from wizard.ui import client, comments, frame
from wizard.ui.clock import local
from wizard.ui.plain import plain
from wizard.ui.session import Session

_MARK = ":material/mark_email_unread:"


def show(session: Session) -> None:
    tr = session.tr
    st.header(tr("around.title"), anchor=False)
    pages = (("client", _filled(session)), ("workshop", ""), ("comments", _said(session)), ("compare", ""))
    with st.container(key="tasks-around"):
        for page, waiting in pages:
            if page == "client" and session.readonly:
                continue
            said = f":green-badge[{_MARK} {plain(waiting)}]" if waiting else ""
            frame.row(session, page, label=tr(_label(page, session)), icon=":material/arrow_forward:", said=said)


def _label(page: str, session: Session) -> str:
    """What is done there; who may only read holds no meeting."""
    return "task.workshop_read" if page == "workshop" and session.readonly else f"task.{page}"


def _filled(session: Session) -> str:
    """That a questionnaire waits to be taken in, and since when."""
    draft = session.keeping.draft if session.keeping else None
    if draft is None or draft.readonly:
        return ""
    try:
        known = client.sheets(session).of(draft)
    except DraftError:
        return ""  # what stands in the way is told at the top of the page
    sent = [each.sent_at for each in known if each.state is FormState.SENT and each.sent_at]
    return session.tr("client.hub", when=session.tr.date(local(max(sent)).date())) if sent else ""


def _said(session: Session) -> str:
    new = sum(each.state is CommentState.NEW for each in comments.known(session))
    return session.tr.plural("comment.new", new) if new and not session.readonly else ""
