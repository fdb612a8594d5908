"""A run while it goes: how far it is and what it does; the page looks at it every second, and may be closed."""

from __future__ import annotations

import streamlit as st

from wizard.amocrm.plan import Action, Change, telling
from wizard.entry import Doing, Progress, State
from wizard.entry.progress import CHECKING, READING
from wizard.i18n.translator import Translator
from wizard.storage.refused import DraftError
from wizard.ui import running
from wizard.ui.plain import plain
from wizard.ui.session import Session

EVERY = 1.0  # seconds


def follow(session: Session) -> None:
    with st.container(border=True, gap="small", key="card-running"):
        _look(session)
        st.caption(session.tr("enter.may_close"))


@st.fragment(run_every=EVERY)
def _look(session: Session) -> None:
    tr = session.tr
    try:
        now = running.progress(session)
    except DraftError:
        st.caption(tr("enter.away"))
        return
    if now is None or now.state is not State.RUNNING:
        st.rerun()
    st.progress(share(now), text=plain(in_words(now, tr)))


def share(now: Progress) -> float:
    return now.done / now.total if now.total else 0.0


def in_words(now: Progress, tr: Translator) -> str:
    """How much of how much, and what is being done."""
    count = tr("enter.progress", done=tr.number(now.done), total=tr.number(now.total))
    return f"{count} {_doing(now.doing, tr)}" if now.doing else count


def _doing(doing: Doing, tr: Translator) -> str:
    if doing.kind == READING:
        return tr("enter.reading")
    if doing.kind == CHECKING:
        return tr("enter.checking")
    what = telling.line(Change(action=Action.CREATE, kind=doing.kind, name=doing.name), tr).partition(" ")[2]
    more = doing.count - 1
    return tr("enter.doing", what=what if more < 1 else tr.plural("enter.and_more", more, what=what))
