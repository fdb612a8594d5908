"""Everything about the chosen stage: its name, fact, step, limit, fields, hints and colour."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wizard.hints import hints_of
from wizard.model.edits.stages import StageRef, change_stage, set_proof_after
from wizard.model.fields import DATES, Field
from wizard.model.pipeline import PALETTE, Pipeline, Stage
from wizard.model.project import Project
from wizard.ui import inputs
from wizard.ui.components import folding, term
from wizard.ui.inputs import Change
from wizard.ui.session import Session

TRACES = ("file", "date", "sum", "call")


def words(session: Session, pipeline: Pipeline, stage: Stage) -> None:
    """Its name, the fact that moves a card on, and what the manager does."""
    tr, at = session.tr, StageRef(pipeline.id, stage.id)
    name, to = _name(at), partial(_change, at)
    inputs.text(tr("stages.name"), stage.name, name=f"{name}.name", change=to("name"), help=tr("stages.name_help"))
    fact = pipeline.proof_after(stage.id)
    inputs.text(
        tr("stages.moves_on"),
        fact,
        name=f"{name}.proof",
        change=Change(set_proof_after, (at,), to="proof"),
        placeholder=tr("stages.fact_ask"),
    )
    if not fact:
        _traces(session, at, name)
    inputs.text(
        tr("stages.step"), stage.step, name=f"{name}.step", change=to("step"), placeholder=tr("stages.step_ask")
    )


def terms(session: Session, pipeline: Pipeline, stage: Stage) -> None:
    """Its limit, and the fields without which no card moves on."""
    at = StageRef(pipeline.id, stage.id)
    term.render(session, at, stage)
    _fields(session, stage, _name(at), _change(at, "fields"))


def more(session: Session, pipeline: Pipeline, stage: Stage | None) -> None:
    """What is seldom changed, folded: the hints, who is responsible, the colour."""
    if stage is None:
        return
    tr, at = session.tr, StageRef(pipeline.id, stage.id)
    with folding.fold(tr("stages.hints_ready"), name="stage.hints", icon=":material/visibility:") as is_open:
        if is_open:
            _hints(session, pipeline, stage, at)
    with folding.fold(tr("stages.more"), name="stage.more") as is_open:
        if is_open:
            _seldom(session, stage, at)


def _name(at: StageRef) -> str:
    return inputs.key("stage", at.pipeline, at.stage)


def _change(at: StageRef, attribute: str) -> Change:
    return Change(change_stage, (at,), to=attribute)


def _seldom(session: Session, stage: Stage, at: StageRef) -> None:
    tr, name, to = session.tr, _name(at), partial(_change, at)
    inputs.text(tr("stages.owner"), stage.owner_role, name=f"{name}.owner", change=to("owner_role"))
    inputs.choice(
        tr("stages.colour"),
        stage.colour,
        name=f"{name}.colour",
        change=to("colour"),
        options=list(dict.fromkeys((*PALETTE, *([stage.colour] if stage.colour else [])))),
        words=lambda colour: (tr.has(f"colour.{colour[1:]}") and tr(f"colour.{colour[1:]}")) or colour,
        placeholder=tr("stages.colour_account"),
    )


def _traces(session: Session, at: StageRef, name: str) -> None:
    """An empty fact is never just an empty box: four usual traces to begin with."""
    with st.container(horizontal=True):
        for trace in TRACES:
            words = session.tr(f"trace.{trace}")
            inputs.action(
                words,
                key=f"{name}.trace.{trace}",
                on_click=session.apply,
                args=(set_proof_after, at),
                kwargs={"proof": words},
            )


def _fields(session: Session, stage: Stage, name: str, change: Change) -> None:
    names = {field.id: _field_name(session, field) for field in session.project.fields}
    inputs.several(
        session.tr("stages.fields"),
        stage.fields,
        name=f"{name}.fields",
        change=change,
        options=list(names),
        words=names.__getitem__,
        placeholder=session.tr("ask.choose"),
        help=session.tr("stages.fields_help"),
    )


def _field_name(session: Session, field: Field) -> str:
    return f"{field.name} \u00b7 {session.tr(f'field_type.{field.type}')}" if field.type in DATES else field.name


def _hints(session: Session, pipeline: Pipeline, stage: Stage, at: StageRef) -> None:
    ready = hints_of(session.project, pipeline, stage=stage)
    for level in ("newbie", "candidate", "master"):
        inputs.text(
            session.tr(f"hint.level.{level}"),
            getattr(stage.hints, level) or getattr(ready, level),
            name=inputs.key("hint", pipeline.id, stage.id, level),
            change=Change(_set_hint, (at,), to="text", kwargs={"level": level}),
            area=True,
            max_chars=1000,
        )


def _set_hint(project: Project, at: StageRef, *, level: str, text: str) -> Project:
    """Set one hint; the generated text typed back is not kept, so that it goes on following the stage."""
    pipeline = project.pipeline(at.pipeline)
    stage = pipeline.stage(at.stage)
    empty = stage.changed(hints=stage.hints.changed(**{level: ""}))
    generated = getattr(hints_of(project, pipeline, stage=empty), level)
    return change_stage(project, at, hints=stage.hints.changed(**{level: "" if text == generated else text}))
