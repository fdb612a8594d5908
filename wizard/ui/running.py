"""Runs of plans as the pages see them: starting one, how far it is, and taking in what came of it."""

from __future__ import annotations

import streamlit as st

from wizard.amocrm.plan import Plan
from wizard.entry import Progress, State, bound, runs
from wizard.storage.refused import DraftError
from wizard.ui import links
from wizard.ui.connecting import whose
from wizard.ui.entering import Connected
from wizard.ui.session import Session


def start(session: Session, plan: Plan, *, removing: bool = False) -> bool:
    """Carry a plan out, or go on with it; False and a notice where that cannot be done now."""
    connected = session.entering.connected
    if connected is None:
        return False
    try:
        runs().start(whose(session), plan, connected.client(), removing=removing)
    except DraftError as error:
        links.tell(session, error)
        return False
    return True


def progress(session: Session) -> Progress | None:
    """The last run of this project, whoever started it; `DraftError` where that cannot be said now."""
    found = runs().progress(whose(session))
    if found and found.state is State.FINISHED:
        _settle(session, found)
    return found


def to_go_on(session: Session, connected: Connected) -> bool:
    """Whether an entry into this account was begun, and is not over."""
    try:
        run = runs().progress(whose(session))
    except DraftError:
        return False
    if run is None or run.state is State.FINISHED:
        return False
    return run.plan.seen.account.id == connected.checked.account.id


def snapshot(session: Session) -> bytes:
    """The account as it was before the last run."""
    return runs().snapshot(whose(session)) or b""


def _settle(session: Session, finished: Progress) -> None:
    """Once it is over the project learns what it has become, and what was decided for it is no longer true."""
    entering = session.entering
    if entering.settled == finished.begun_at or finished.outcome is None:
        return
    entering.settled, entering.seen, entering.choices = finished.begun_at, None, None
    session.chosen.pop("plan", None)
    if not session.held and bound(session.project, finished.outcome) != session.project:
        session.commit(bound, finished.outcome)
        st.rerun()  # what stands above is drawn already
