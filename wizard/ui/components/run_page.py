"""The last run of a project on the page: while it goes, when it stopped, when it is over."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from wizard.entry import Progress, State
from wizard.entry.practice import is_practice
from wizard.storage.refused import DraftError
from wizard.ui import connecting, frame, running
from wizard.ui.components import account_bar, run_progress, run_report
from wizard.ui.plain import plain
from wizard.ui.session import Session


def show(session: Session) -> None:
    tr = session.tr
    connecting.answer(session)
    try:
        run = running.progress(session)
    except DraftError:
        st.error(tr("enter.away"), icon=":material/cloud_off:")
        st.button(tr("frame.again"), key="enter.again", type="primary")
        return
    if run is None:
        st.info(tr("enter.none"))
        frame.go(session, "plan", label=tr("connect.to_plan"), primary=True, key="enter.plan")
        return
    _whose(session, run)
    if run.state is State.RUNNING:
        run_progress.follow(session)
    elif run.outcome:
        run_report.headline(session, run.outcome)
        # All is in: what is left is to see that it is so. Else the plan says what is still to be written.
        with st.container(horizontal=True, vertical_alignment="center"):
            if run.outcome.complete:
                frame.go(session, "verify", label=tr("page.verify"), primary=True)
                _onward(session, "enter.look_again", primary=False)
            else:
                _onward(session, "enter.look_again")
                frame.go(session, "verify", label=tr("page.verify"))
        run_report.details(session, run.outcome)
    else:
        _stopped(session, run)


def _whose(session: Session, run: Progress) -> None:
    """The account the run is of, which need not be the one this tab is connected to."""
    with st.container(border=True, key="account"):
        account_bar.label(session, run.account, run.host, practice=is_practice(run.plan.seen.account.id))


def _onward(session: Session, label: str, *, primary: bool = True) -> None:
    if st.button(session.tr(label), key="enter.plan", type="primary" if primary else "secondary"):
        session.entering.look_again()
        frame.turn_to(session, "plan")


def _stopped(session: Session, run: Progress) -> None:
    """Why it stopped, and the way on: what was done is not done again."""
    tr = session.tr
    if run.trouble:
        first, *rest = run.trouble.lines(tr)
        st.error(plain(first), icon=":material/error:")
        if rest:
            st.markdown("\n".join(f"- {plain(line)}" for line in rest))
    else:
        st.warning(tr("enter.abandoned"), icon=":material/power_off:")
    anew = run.trouble is not None and bool(run.trouble.since or run.trouble.problems)
    if run.done or not anew:
        done = tr("enter.progress", done=tr.number(run.done), total=tr.number(run.total))
        st.markdown(f"{done} {tr('enter.continued')}")
    if session.readonly:
        return
    if anew:
        _onward(session, "enter.plan_anew")
    elif _is_connected(session, run):
        _continued(session, run)
    else:
        st.info(tr("enter.key_again"), icon=":material/key:")
        if is_practice(run.plan.seen.account.id):
            account_bar.practice_button(session)
        else:
            frame.go(session, "connect", label=tr("page.connect"), primary=True)


def _continued(session: Session, run: Progress) -> None:
    """Go on, or first enter another key where the one this tab holds was refused."""
    trouble = "" if run.trouble is None or is_practice(run.plan.seen.account.id) else run.trouble.key
    refused = trouble == "account.unauthorized"
    with st.container(horizontal=True, vertical_alignment="center"):
        if refused:
            _another_key(session, primary=True)
        kind: Literal["primary", "secondary"] = "secondary" if refused else "primary"
        if st.button(session.tr("enter.continue"), key="enter.continue", type=kind):
            running.start(session, run.plan, removing=run.removing)
            st.rerun()
        if trouble and not refused:
            _another_key(session, primary=False)


def _another_key(session: Session, *, primary: bool) -> None:
    """The key this tab holds may be what stopped it."""
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    if st.button(session.tr("enter.another_key"), key="enter.another_key", type=kind, icon=":material/key:"):
        session.entering.disconnect()
        frame.turn_to(session, "connect")


def _is_connected(session: Session, run: Progress) -> bool:
    connected = session.entering.connected
    return connected is not None and connected.checked.account.id == run.plan.seen.account.id
