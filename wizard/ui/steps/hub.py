"""Start: the first screen, and once a project is open the list of what there is to do."""

from __future__ import annotations

import streamlit as st

from wizard.lint.rule import Severity
from wizard.model.project import Step
from wizard.storage.run import State
from wizard.ui import entered, frame, links
from wizard.ui.browser import recent
from wizard.ui.components import around, banner, opening
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session
from wizard.ui.style import Colour

ID = "hub"
NEEDS_PROJECT = False

# The key stage changes the board, so numbers make sense after it.
RECOMMENDED = (Step.GOALS, Step.STAGES, Step.KEY_STAGE, Step.SHAPE, Step.QUALIFICATION, Step.LOSSES)
_BADGES: dict[str, tuple[Colour, str]] = {
    "problem": ("red", ":material/error:"),
    "ready": ("green", ":material/check_circle:"),
    "started": ("blue", ":material/edit:"),
    "new": ("gray", ":material/radio_button_unchecked:"),
}
# Pages beside the steps.
_BESIDE = (("versions", ":material/history:"), ("access", ":material/link:"), ("desk", ":material/table_view:"))
# How an entry into an account stands.
_RUNS: dict[State, tuple[Colour, str]] = {
    State.RUNNING: ("blue", ":material/hourglass_top:"),
    State.STOPPED: ("red", ":material/error:"),
    State.ABANDONED: ("red", ":material/error:"),
    State.FINISHED: ("green", ":material/check_circle:"),
}


def render(session: Session) -> None:
    if session.is_open:
        _tasks(session)
    else:
        _first_screen(session)


def _first_screen(session: Session) -> None:
    tr = session.tr
    st.title(tr("start.title"), anchor=False)
    st.html(f'<p class="v-lead">{safe(tr("start.lead"))}</p>')
    with st.container(horizontal=True, vertical_alignment="center"):
        frame.go(session, "goals", label=tr("start.begin"), primary=True)
        frame.go(session, "audit", label=tr("start.audit"))
        frame.go(session, "connect", label=tr("connect.to_audit"))
        opening.example_button(session)
    st.html(f'<p class="v-mute">{safe(tr("start.needed"))}</p>')
    recent.projects(tr=tr)
    frame.link(session, "desk", label=tr("task.desk"), icon=":material/table_view:")
    opening.fold(session)
    st.caption(tr("start.honesty"))


def status(session: Session, step: Step) -> str:
    """Where a step stands: problem, ready, started or new."""
    project = session.project
    findings = [f for f in session.report.open if f.step is step and f.severity is not Severity.HINT]
    touched = step in project.started or step in project.ready
    if findings:
        return "problem"
    if step in project.ready:
        return "ready"
    return "started" if touched else "new"


def _tasks(session: Session) -> None:
    tr = session.tr
    st.title(tr("hub.title", company=plain(session.project.company.name)), anchor=False)
    following = next((s for s in RECOMMENDED if s not in session.project.ready), None)
    ready = len(session.project.ready)
    st.html(f'<p class="v-lead v-mute">{safe(tr.plural("hub.ready", ready))}</p>')
    with st.container(key="tasks"):
        for step in Step:
            _task(session, step, recommended=step is following)
        st.header(tr("hub.after"), anchor=False)
        for page in ("others", "review", "export", "handover", "connect", "verify"):
            with st.container(horizontal=True, key=f"task-{page}"):
                frame.link(session, page, label=tr(f"task.{page}"), icon=":material/arrow_forward:")
        _entry(session)
        around.show(session)
    if following:
        frame.go(session, following, label=tr("hub.continue"), primary=True, key="hub.continue")
    else:
        frame.go(session, "export", label=tr("task.export"), primary=True, key="hub.continue")
    _keeping(session)
    opening.fold(session)


def _entry(session: Session) -> None:
    """The way to an entry that goes, waits to be gone on with, or is over."""
    tr, state = session.tr, entered.state(session)
    if state is None:
        return
    colour, icon = _RUNS[state]
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="task-enter"
    ):
        frame.link(session, "enter", label=tr("task.enter"), icon=":material/arrow_forward:")
        st.badge(tr(f"hub.run.{state}"), color=colour, icon=icon)


def _keeping(session: Session) -> None:
    """How the project is kept and found again, and the ways to its versions and its links."""
    tr = session.tr
    with st.container(border=True, gap="small", key="keeping"):
        st.caption(tr("hub.keep" if session.token else "hub.keep_file"))
        if session.token:
            frame.copied_link(session, session.token, key="hub.link")
        with st.container(horizontal=True, vertical_alignment="center"):
            banner.download(session, key="hub.save")
            for page, icon in _BESIDE:
                frame.link(session, page, label=tr(f"task.{page}"), icon=icon)
            if st.button(
                tr("hub.leave"),
                key="hub.leave",
                type="tertiary",
                icon=":material/home:",
                on_click=_leave,
                args=(session,),
            ):
                frame.turn_to(session, "hub")


def _leave(session: Session) -> None:
    """To Start, unless that would lose what is not saved."""
    if session.may_leave():
        links.leave(session)


def _task(session: Session, step: Step, *, recommended: bool) -> None:
    tr = session.tr
    state = status(session, step)
    colour, icon = _BADGES[state]
    empty = sum(p.step is step for p in session.report.progress)
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key=f"task-{step}"
    ):
        frame.link(session, step, label=f"{frame.NUMBERS[step]}. {tr(f'task.{step}')}")
        with st.container(horizontal=True, width="content", horizontal_alignment="right"):
            if empty:
                st.caption(tr.plural("hub.empty", empty))
            if recommended:
                st.badge(tr("hub.next"), color="violet")
            st.badge(tr(f"status.{state}"), color=colour, icon=icon)
