"""The plan: what entering the project would change in the account, decided and seen before anything is written."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exports.exporter import named
from wizard.amocrm.plan import Plan, dump
from wizard.amocrm.plan.telling import totals
from wizard.ui import connecting, frame, planning
from wizard.ui.components import account_bar, plan_choices, plan_list, plan_obstacles, plan_removal, plan_start
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "plan"
NEEDS_PROJECT = True
_CHECKSUM = 12  # as much as tells two plans apart by eye


def render(session: Session) -> None:
    tr = session.tr
    frame.title(session, ID)
    if connected := connecting.answer(session):
        bar = st.container()
        plan = None if planning.busy(session) else planning.planned(session, connected)
        with bar:
            account_bar.show(session, connected)
        if plan:
            _plan(session, plan)
    else:
        account_bar.offer(session)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        frame.go(session, "connect", label=tr("frame.back"), key="nav.back")
        frame.link(session, "hub", label=tr("frame.all_steps"), icon=":material/list:")


def _plan(session: Session, plan: Plan) -> None:
    tr, seen = session.tr, session.entering.seen
    if seen and not plan.choices.pipelines:
        st.info(tr("plan.no_pipelines"))
        frame.go(session, "others", label=tr("page.others"), primary=True)
        plan_choices.later(session, plan)
        return
    is_calm = not plan.summary.writes and session.chosen.get(ID) != "where"
    if seen and not is_calm:
        # What is decided stands beside what follows from it.
        decided, follows = st.columns([4, 7], gap="medium")
        with decided:
            plan_choices.show(session, plan, seen.existing)
            plan_removal.show(session, plan, seen)
        with follows:
            _follows(session, plan)
        return
    _follows(session, plan, is_calm=is_calm)


def _follows(session: Session, plan: Plan, *, is_calm: bool = False) -> None:
    """What there is to do and the button that does it, then all of it in full."""
    found = plan_obstacles.blocking(session, plan)
    plan_obstacles.show(session, plan, found)
    _totals(session, plan)
    if is_calm:
        st.button(
            session.tr("plan.change_where"),
            key="plan.change_where",
            type="tertiary",
            icon=":material/tune:",
            on_click=session.choose,
            args=(ID, "where"),
        )
    plan_start.show(session, plan, blocked=bool(found))
    plan_list.show(session, plan)
    _file(session, plan)


def _totals(session: Session, plan: Plan) -> None:
    """All in one line; nothing to change is a result of its own."""
    words = totals(plan, session.tr)
    if plan.summary.writes:
        st.markdown(f"**{plain(words)}**")
    else:
        st.success(session.tr("plan.nothing_to_do"), icon=":material/check_circle:")


def _file(session: Session, plan: Plan) -> None:
    tr = session.tr
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            tr("plan.download"),
            data=partial(dump, plan),
            file_name=named(session.project, "plan.json"),
            mime="application/json",
            key="plan.download",
            on_click="ignore",
            icon=":material/download:",
        )
        st.caption(tr("plan.checksum", sum=plan.checksum[:_CHECKSUM]))
