"""Start: the first screen, and once a project is open the list of what there is to do."""

from __future__ import annotations

import streamlit as st

from wizard.lint.rule import Severity
from wizard.model.project import Step
from wizard.storage.run import State
from wizard.ui import entered, frame, links
from wizard.ui.browser import recent
from wizard.ui.components import around, banner, guiding, opening
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
# How an entry into an account stands, and the pages that come next, the first of them by the main button.
_RUNS: dict[State, tuple[Colour, str, tuple[str, ...]]] = {
    State.RUNNING: ("blue", ":material/hourglass_top:", ("enter",)),
    State.STOPPED: ("red", ":material/error:", ("enter", "plan")),
    State.ABANDONED: ("red", ":material/error:", ("enter", "plan")),
    State.FINISHED: ("green", ":material/check_circle:", ("verify", "enter", "export")),
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
    st.html(f'<p class="v-lead v-mute v-small">{safe(tr("start.needed"))}</p>')
    with st.container(border=True, key="card-example", gap="small"):
        st.header(tr("guide.title"), anchor=False)
        st.markdown(plain(tr("guide.lead")))
        with st.container(horizontal=True, vertical_alignment="center"):
            guiding.button(session)
            opening.example_button(session)
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
    company = plain(session.project.company.name)
    named = tr("hub.title", company=company) if company else tr("recent.unnamed")
    st.title(company if session.guided else named, anchor=False)
    following = next((s for s in RECOMMENDED if s not in session.project.ready), None)
    ready = sum(status(session, step) == "ready" for step in Step)
    state = entered.state(session)
    onward, label = (following, tr("hub.continue")) if following else ("export", tr("task.export"))
    with st.container(horizontal=True, vertical_alignment="center", key="hub-onward"):
        st.html(f'<p class="v-lead v-mute">{safe(tr.plural("hub.ready", ready))}</p>', width="content")
        frame.go(session, onward, label=label, primary=not (state or session.guided), key="hub.continue")
    if state:
        _now(session, state)
    with st.container(key="tasks"):
        for step in Step:
            _task(session, step, recommended=not state and step is following)
        st.header(tr("hub.after"), anchor=False)
        with st.container(key="tasks-after"):
            for page in ("others", "review", "export", "handover", "connect", "verify"):
                frame.row(session, page, label=tr(f"task.{page}"), icon=":material/arrow_forward:")
        if not session.guided:
            around.show(session)
    if not session.guided:
        _keeping(session)
    opening.fold(session)


def _now(session: Session, state: State) -> None:
    """What now, once an entry was begun: the one place that says it."""
    tr = session.tr
    colour, icon, (first, *others) = _RUNS[state]
    with st.container(border=True, gap="small", key="card-now"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.header(tr("hub.now"), anchor=False, width="content")
            st.badge(tr(f"hub.run.{state}"), color=colour, icon=icon)
        st.markdown(tr(f"hub.now.{state}"))
        with st.container(horizontal=True, vertical_alignment="center"):
            frame.go(session, first, label=tr(f"hub.now.{state}.{first}"), primary=True, key="hub.now")
            for page in others:
                frame.link(session, page, label=tr(f"hub.now.{state}.{page}"), icon=":material/arrow_forward:")


def _keeping(session: Session) -> None:
    """How the project is kept and found again, and the ways to its versions and its links."""
    tr = session.tr
    with st.container(border=True, gap="small", key="keeping"):
        if not session.readonly:
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
    said = [f":small[:gray[{tr.plural('hub.empty', empty)}]]"] if empty else []
    said += [f":violet-badge[{tr('hub.next')}]"] if recommended else []
    said.append(f":{colour}-badge[{icon} {tr(f'status.{state}')}]")
    frame.row(session, step, label=f"{frame.NUMBERS[step]}. {tr(f'task.{step}')}", said=" ".join(said))
