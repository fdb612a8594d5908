"""What the workshop has come to: decisions with their reasons, what was not taken, questions for later, tasks."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wizard.model.edits.workshop import add_task, change_decision, change_rejected, delete_note, delete_task
from wizard.model.workshop import Decision, Rejected
from wizard.ui import inputs
from wizard.ui.plain import plain
from wizard.ui.session import Session


def render(session: Session) -> None:
    """Each list under its heading; those that are empty are left out, but for the decisions."""
    tr, kept = session.tr, session.project.workshop
    st.subheader(tr("workshop.decisions"), anchor=False)
    if not kept.decisions:
        st.caption(tr("workshop.no_decisions"))
    for decision in reversed(kept.decisions):
        _said(session, decision)
    if kept.notes:
        st.subheader(tr("workshop.notes"), anchor=False)
    for note in kept.notes:
        _row(session, note.text, about=note.by, name=f"note.{note.id}", label=tr("workshop.answered"), to=note.id)
    if kept.rejected:
        st.subheader(tr("workshop.rejected"), anchor=False)
    for rejected in kept.rejected:
        _said(session, rejected)
    _tasks(session)


def _said(session: Session, said: Decision | Rejected) -> None:
    tr = session.tr
    votes = tr.plural("workshop.votes", said.votes) if said.votes else ""
    kind = tr(f"workshop.kind.{said.kind}") if said.kind else ""
    about = " \u00b7 ".join(filter(None, (kind, said.by, votes)))
    with st.container(gap="xxsmall"):
        st.markdown(f"**{plain(said.text)}**" + (f"  \n{plain(said.why)}" if said.why and session.readonly else ""))
        if about:
            st.caption(plain(about))
        if not session.readonly:
            edit = change_decision if isinstance(said, Decision) else change_rejected
            inputs.text(
                tr("workshop.panel.why"),
                said.why,
                name=inputs.key("workshop", "why", said.id),
                change=inputs.Change(edit, (said.id,), to="why"),
                placeholder=tr("workshop.panel.why"),
                label_visibility="collapsed",
            )


def _row(session: Session, text: str, *, about: str, name: str, label: str, to: str) -> None:
    edit = delete_note if name.startswith("note.") else delete_task
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(plain(text) + (f" \u2014 {plain(about)}" if about else ""), width="content")
        inputs.action(
            label, key=inputs.key("workshop", name), type="tertiary", on_click=partial(session.apply, edit, to)
        )


def _tasks(session: Session) -> None:
    tr, tasks = session.tr, session.project.workshop.tasks
    if session.readonly and not tasks:
        return
    st.subheader(tr("workshop.tasks"), anchor=False)
    for task in tasks:
        about = ", ".join(filter(None, (task.who, tr.day(task.due))))
        _row(session, task.text, about=about, name=f"task.{task.id}", label=tr("workshop.task_drop"), to=task.id)
    if session.readonly:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="workshop-task"):
        st.text_input(tr("workshop.task"), key="workshop.task.text", max_chars=300)
        st.text_input(tr("workshop.task_who"), key="workshop.task.who", max_chars=100, width=140)
        st.date_input(tr("workshop.task_due"), None, key="workshop.task.due", format="DD.MM.YYYY", width=180)
        inputs.action(tr("workshop.task_add"), key="workshop.task.add", on_click=_add, args=(session,))


def _add(session: Session) -> None:
    text = str(inputs.typed("workshop.task.text", "")).strip()
    who, due = str(inputs.typed("workshop.task.who", "")).strip(), inputs.typed("workshop.task.due")
    if text and session.commit(add_task, text, who=who, due=due.isoformat() if due else ""):
        inputs.clear("workshop.task.text", "workshop.task.who")
