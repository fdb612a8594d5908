"""Step 5. Qualification: the questions, what each answer says, and a try-out."""

from __future__ import annotations

import streamlit as st

from wizard.catalog import reader
from wizard.catalog.question_sets import use_question_set
from wizard.model.edits.fields import change_field
from wizard.model.edits.questions import (
    add_question,
    change_question,
    delete_question,
    move_question,
)
from wizard.model.fields import LISTS
from wizard.model.pipeline import Pipeline
from wizard.model.project import Step
from wizard.model.qualification import Question, Verdict, verdict_of
from wizard.ui import frame, inputs
from wizard.ui.components import answers, findings, folding, gain, listing
from wizard.ui.inputs import Change
from wizard.ui.plain import plain
from wizard.ui.session import Session
from wizard.ui.style import Colour

ID = "qualification"
NEEDS_PROJECT = True
_SIGNS: dict[Verdict, tuple[str, Colour]] = {
    Verdict.TARGET: (":material/check:", "green"),
    Verdict.NON_TARGET: (":material/block:", "red"),
    Verdict.UNKNOWN: (":material/help:", "orange"),
}


def render(session: Session) -> None:
    frame.step_title(session, Step.QUALIFICATION)
    pipeline = session.pipeline
    if pipeline is None:
        frame.no_stages(session, pipeline)
        return
    question = _chosen(session, pipeline)
    left, right = st.columns([5, 6], gap="large")
    with left:
        _list(session, pipeline, question)
        found = findings.of_step(session, Step.QUALIFICATION, pipeline=pipeline.id)
        findings.show(session, found, place="qualification")
        _try_out(session, pipeline)
    with right:
        if question is not None:
            _editor(session, pipeline, question)
    frame.foot(session, Step.QUALIFICATION, back="shape", onward="losses", gain=gain.of_questions(session, pipeline))


def _chosen(session: Session, pipeline: Pipeline) -> Question | None:
    wanted = session.chosen.get("question")
    return next((q for q in pipeline.questions if q.id == wanted), next(iter(pipeline.questions), None))


def _list(session: Session, pipeline: Pipeline, chosen: Question | None) -> None:
    tr = session.tr
    with st.container(key="list"):
        for question in pipeline.questions:
            stop = any(answer.stop for answer in question.answers)
            listing.item(
                session,
                plain(question.text) or tr("qualification.unnamed"),
                name=inputs.key("question", pipeline.id, question.id),
                choice=("question", question.id),
                chosen=question is chosen,
                icon=":material/front_hand:" if stop else None,
            )
    with st.container(horizontal=True):
        with folding.menu(
            tr("qualification.add"), name="question.add_menu", icon=":material/add:", disabled=session.readonly
        ) as is_open:
            if is_open:
                st.text_input(tr("qualification.new"), key="question.new")
                inputs.action(
                    tr("qualification.add_button"), key="question.add", on_click=_add, args=(session, pipeline)
                )
        with folding.menu(
            tr("qualification.sets"), name="question.sets", icon=":material/checklist:", disabled=session.readonly
        ) as is_open:
            if not is_open:
                return
            st.caption(tr("qualification.sets_note"))
            for item in reader.question_sets():
                inputs.action(
                    item.name.ru if session.language == "ru" else item.name.en,
                    key=f"question.set.{item.id}",
                    help=item.method,
                    on_click=_use_set,
                    args=(session, pipeline.id, item.id),
                )


def _use_set(session: Session, pipeline_id: str, set_id: str) -> None:
    session.apply(use_question_set, pipeline_id, set_id=set_id)
    inputs.close("question.sets")


def _add(session: Session, pipeline: Pipeline) -> None:
    text = str(inputs.typed("question.new", "")).strip() or session.tr("qualification.unnamed")
    asked_at = next((q.asked_at for q in pipeline.questions), None)
    if session.commit(add_question, pipeline.id, text=text, asked_at=asked_at):
        session.choose("question", session.project.pipeline(pipeline.id).questions[-1].id)
    inputs.clear("question.new")
    inputs.close("question.add_menu")


def _editor(session: Session, pipeline: Pipeline, question: Question) -> None:
    tr = session.tr
    name = inputs.key("question", pipeline.id, question.id, "edit")

    def to(attribute: str) -> Change:
        return Change(change_question, (pipeline.id,), to=attribute, kwargs={"question": question.id})

    with st.container(border=True, gap="xsmall", key="question"):
        inputs.text(tr("qualification.text"), question.text, name=f"{name}.text", change=to("text"))
        inputs.text(tr("qualification.why"), question.why, name=f"{name}.why", change=to("why"))
        field = session.project.field(question.field)
        rename = Change(change_field, (field.id,), to="name")
        with st.container(horizontal=True, key="question-place"):
            inputs.choice(
                tr("qualification.asked_at"),
                question.asked_at,
                name=f"{name}.asked_at",
                change=to("asked_at"),
                options=[s.id for s in pipeline.stages],
                words=lambda stage: pipeline.stage(stage).name,
                placeholder=tr("ask.choose"),
            )
            inputs.text(tr("qualification.field"), field.name, name=f"{name}.field", change=rename)
        if question.note:
            st.caption(plain(question.note))
        if field.type in LISTS:
            for answer in question.answers:
                answers.row(session, pipeline, question, answer=answer)
            with st.container(horizontal=True, vertical_alignment="bottom"):
                asked = tr("qualification.new_answer")
                st.text_input(
                    asked,
                    key=f"{name}.new",
                    placeholder=asked,
                    label_visibility="collapsed",
                    disabled=session.readonly,
                )
                inputs.action(
                    tr("qualification.add_answer"),
                    key=f"{name}.add",
                    on_click=answers.add,
                    args=(session, pipeline.id, question.id, f"{name}.new"),
                )
        else:
            st.caption(tr(f"qualification.type.{field.type}"))
        _tools(session, pipeline, question, name)


def _tools(session: Session, pipeline: Pipeline, question: Question, name: str) -> None:
    tr = session.tr
    with st.container(horizontal=True):
        for by, label, icon in (
            (-1, tr("goals.up"), ":material/arrow_upward:"),
            (1, tr("goals.down"), ":material/arrow_downward:"),
        ):
            inputs.action(
                label,
                key=f"{name}.move{by}",
                icon=icon,
                on_click=session.apply,
                args=(move_question, pipeline.id),
                kwargs={"question": question.id, "by": by},
            )
        inputs.action(
            tr("qualification.delete"),
            key=f"{name}.delete",
            icon=":material/delete:",
            on_click=session.apply,
            args=(delete_question, pipeline.id),
            kwargs={"question": question.id},
        )


def _try_out(session: Session, pipeline: Pipeline) -> None:
    """Pick answers as a client would give them; the verdict follows."""
    tr = session.tr
    judged = [q for q in pipeline.questions if q.answers]
    if not judged:
        return
    with folding.fold(tr("try.title"), name="qualification.try", icon=":material/fact_check:") as is_open:
        if not is_open:
            return
        picked: dict[str, str] = {}
        for question in judged:
            names = {o.id: o.name for o in session.project.field(question.field).options}
            given = st.selectbox(
                plain(question.text),
                [a.option for a in question.answers],
                index=None,
                format_func=inputs.told_apart([a.option for a in question.answers], names.__getitem__),
                key=inputs.key("try", pipeline.id, question.id),
                placeholder=tr("try.pick"),
            )
            if given:
                picked[question.id] = given
        verdict = verdict_of(pipeline.questions, picked)
        icon, colour = _SIGNS[verdict]
        st.badge(f"{tr('try.verdict')}: {tr(f'verdict.{verdict}')}", icon=icon, color=colour)
        st.caption(tr("try.rule"))
