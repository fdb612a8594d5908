"""The plan a page shows: what has to be read for it is read first, with words meanwhile."""

from __future__ import annotations

import streamlit as st

from wizard.amocrm.plan import Plan
from wizard.amocrm.plan.removals import going
from wizard.amocrm.plan.target import target_of
from wizard.amocrm.refused import AccountError
from wizard.storage.refused import DraftError
from wizard.ui import frame
from wizard.ui.components import account_bar
from wizard.ui.entering import Connected, Seen
from wizard.ui.session import Session


def busy(session: Session) -> bool:
    """Whether an entry of this project goes now; then the page leads there, for the account is changing."""
    from wizard.entry import State  # noqa: PLC0415 - HTTP takes long to import, and most visits do without
    from wizard.ui import running  # noqa: PLC0415 - as above

    try:
        run = running.progress(session)
    except DraftError:
        return False
    if run is None or run.state is not State.RUNNING:
        return False
    st.info(session.tr("plan.busy"), icon=":material/hourglass_top:")
    frame.go(session, "enter", label=session.tr("plan.to_enter"), primary=True)
    return True


def planned(session: Session, connected: Connected) -> Plan | None:
    """The plan for what is chosen; where the account does not answer, the page says so."""
    try:
        seen = _seen(session, connected)
    except AccountError as error:
        account_bar.refused(session, error)
        return None
    return session.entering.plan(session.project, seen)


def _seen(session: Session, connected: Connected) -> Seen:
    """The account as close as the choices need: hints of what is taken over, deals of what goes."""
    from wizard.ui import calls  # noqa: PLC0415 - HTTP takes long to import, and most visits do without

    entering, project = session.entering, session.project
    if entering.seen is None:
        with st.spinner(session.tr("account.reading")):
            entering.seen = calls.read(connected)
    seen = entering.seen
    choices = entering.chosen(project, seen)
    target = target_of(project, seen.existing, choices)
    wanted = target.remotes - seen.hinted
    if wanted:
        with st.spinner(session.tr("account.reading_hints")):
            entering.seen = seen = calls.closer(connected, seen, wanted)
    if any(each.local not in seen.deals for each in going(target, seen.existing)):
        with st.spinner(session.tr("account.counting")):
            entering.count(calls.counted(connected, project, seen=seen, choices=choices))
    return entering.seen or seen
