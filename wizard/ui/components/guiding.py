"""The guided example's strip: what to cure next, what is cured, and the way to funnels of one's own."""

from __future__ import annotations

import streamlit as st

from wizard.catalog.start import start
from wizard.model.diagnosis import Diagnosis
from wizard.model.project import Company, Language, Project
from wizard.ui import frame, guide, links
from wizard.ui.components import findings
from wizard.ui.components.diagnosis import usual_currency
from wizard.ui.guide import FUNNELS, TASKS, Task
from wizard.ui.plain import safe
from wizard.ui.session import Session


def button(session: Session) -> None:
    """Opens the example; nothing of it is kept."""
    if st.button(session.tr("guide.begin"), key="start.guide", icon=":material/build:") and session.guide(
        example(session)
    ):
        frame.turn_to(session, "hub")


def example(session: Session) -> Project:
    """The example with its mistakes, in the reader's language."""
    tr = session.tr
    company = Company(
        name=tr("guide.company"),
        industry="furniture",
        language=Language(session.language),
        currency=usual_currency(session),
    )
    project = start(FUNNELS, company=company, diagnosis=Diagnosis())
    return guide.with_mistakes(project, thinks=tr("guide.stage.thinks"), talks=tr("guide.stage.talks"))


def strip(session: Session) -> None:
    """What there is to do, on every page of the example."""
    if not session.guided:
        return
    done = {task.name: task.finding(session.report) is None for task in TASKS}
    following = next((task for task in TASKS if not done[task.name]), None)
    with st.container(key="guide", gap="small"):
        st.html(_head(session, list(done.values())) + _list(session, done, following))
        with st.container(horizontal=True, vertical_alignment="center"):
            if following and following.page == session.page:
                _cure(session, following)
            elif following:
                _show(session, following)
            _own(session, done=following is None)


def _head(session: Session, done: list[bool]) -> str:
    tr = session.tr
    count = tr("guide.done_of", done=tr.number(sum(done)), of=tr.number(len(done)))
    return f'<p class="v-guide"><b>{safe(tr("guide.title"))}</b> <span class="v-gain">{safe(count)}</span></p>'


def _list(session: Session, done: dict[str, bool], following: Task | None) -> str:
    """All tasks where one looks about, the one in hand elsewhere."""
    tr = session.tr
    if following is None:
        return f'<p class="v-small">{safe(tr("guide.finished"))}</p>'
    shown = TASKS if session.page == "hub" else (following,)
    return f'<ol class="v-tasks">{"".join(_line(session, task, done=done[task.name]) for task in shown)}</ol>'


def _line(session: Session, task: Task, *, done: bool) -> str:
    words = session.tr(f"guide.task.{task.name}")
    if done:
        return f'<li class="v-done">{safe(session.tr("guide.is_done"))} {safe(words)}</li>'
    return f"<li>{safe(words)}</li>"


def _cure(session: Session, task: Task) -> None:
    finding = task.finding(session.report)
    if finding:
        findings.cures(session, finding, place="guide")


def _show(session: Session, task: Task) -> None:
    """The way to what a task is about."""
    if st.button(session.tr("guide.show"), key="guide.show", type="primary", on_click=_choose, args=(session, task)):
        frame.turn_to(session, task.page)


def _choose(session: Session, task: Task) -> None:
    session.choose("pipeline", guide.SALE)
    session.choose("view", "board")
    session.choose(*task.shows)


def _own(session: Session, *, done: bool) -> None:
    """The example is left: for the first question about one's own sales, or for Start."""
    label = session.tr("guide.own" if done else "guide.leave")
    if st.button(label, key="guide.own", type="primary" if done else "tertiary"):
        links.leave(session)
        frame.turn_to(session, "goals" if done else "hub")
