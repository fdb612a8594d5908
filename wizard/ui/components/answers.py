"""The answers of a question: a row each, and a new one."""

from __future__ import annotations

import streamlit as st

from wizard.model.edits.fields import rename_option
from wizard.model.edits.questions import add_answer, change_answer, delete_answer
from wizard.model.pipeline import Pipeline
from wizard.model.qualification import Answer, Question, Verdict
from wizard.ui import inputs
from wizard.ui.inputs import Change
from wizard.ui.session import Session


def row(session: Session, pipeline: Pipeline, question: Question, *, answer: Answer) -> None:
    """One answer: its words, the verdict, whether it stops, and its end."""
    tr, field = session.tr, session.project.field(question.field)
    option = next(o for o in field.options if o.id == answer.option)
    name = inputs.key("answer", pipeline.id, question.id, answer.option)
    at = {"question": question.id, "option": answer.option}
    row = inputs.key("row-answer", pipeline.id, question.id, answer.option)
    with st.container(horizontal=True, vertical_alignment="center", key=row):
        inputs.text(
            tr("qualification.answer"),
            option.name,
            name=f"{name}.name",
            change=Change(rename_option, (field.id,), to="name", kwargs={"option": option.id}),
            label_visibility="collapsed",
            width=190,
        )
        inputs.choice(
            tr("qualification.verdict"),
            answer.verdict,
            name=f"{name}.verdict",
            change=Change(change_answer, (pipeline.id,), to="verdict", kwargs=at),
            options=list(Verdict),
            words=lambda v: tr(f"verdict.{v}"),
            placeholder=tr("verdict.none"),
            label_visibility="collapsed",
            width=150,
        )
        inputs.toggle(
            tr("qualification.stop"),
            on=answer.stop,
            name=f"{name}.stop",
            change=Change(change_answer, (pipeline.id,), to="stop", kwargs=at),
        )
        inputs.action(
            tr("qualification.delete_answer"),
            key=f"{name}.delete",
            type="tertiary",
            help=option.name,
            on_click=session.apply,
            args=(delete_answer, pipeline.id),
            kwargs=at,
        )


def add(session: Session, pipeline_id: str, question: str, name: str) -> None:
    text = str(inputs.typed(name, "")).strip()
    if text:
        session.commit(add_answer, pipeline_id, question=question, name=text)
    inputs.clear(name)
