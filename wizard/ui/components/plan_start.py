"""The button that carries a plan out, with the reason where it is off."""

from __future__ import annotations

import streamlit as st

from wizard.amocrm.plan import Plan
from wizard.ui import frame
from wizard.ui.session import Session


def show(session: Session, plan: Plan, *, blocked: bool) -> None:
    from wizard.ui import running  # noqa: PLC0415 - HTTP takes long to import, and most visits do without

    if not plan.summary.writes:
        return
    reason = _reason(session, plan, blocked=blocked)
    removing = plan.removes and _confirmed(session, plan)
    if plan.removes and not removing:
        reason = reason or "plan.not_confirmed"
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button(session.tr("page.enter"), key="plan.enter", type="primary", disabled=bool(reason))
        if pressed and running.start(session, plan, removing=removing):
            frame.turn_to(session, "enter")
        st.caption(session.tr(reason or "plan.enter_note"))


def _confirmed(session: Session, plan: Plan) -> bool:
    """The second yes for what cannot be put back."""
    gone = [change for change in plan.changes if change.removes]
    st.warning(session.tr("plan.removing_warning"), icon=":material/delete_forever:")
    return st.checkbox(session.tr.plural("plan.removing", len(gone)), key="plan.removing")


def _reason(session: Session, plan: Plan, *, blocked: bool) -> str:
    """Why it cannot be carried out, as a key; empty where it can."""
    connected = session.entering.connected
    if session.readonly:
        return "plan.not_by_view"
    if session.guided and connected and not connected.practice:
        return "plan.not_example"
    if blocked or plan.problems:
        return "plan.not_blocked"
    if connected and connected.checked.account.admin is False:
        return "plan.not_admin"
    return ""
