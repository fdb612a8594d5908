"""Step 2. Processes and stages: the board, and everything about the chosen stage."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wizard.catalog.optional import add_optional_stage, offered
from wizard.lint.rule import Finding
from wizard.lint.wording import message
from wizard.model.edits.pipelines import change_won
from wizard.model.edits.stages import (
    StageRef,
    add_stage,
    delete_stage,
    move_stage,
)
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Step
from wizard.ui import choosing, frame, inputs
from wizard.ui.components import (
    board,
    findings,
    folding,
    gain,
    rehearsal,
    remarks,
    stage_editor,
    stage_paste,
    stage_table,
)
from wizard.ui.inputs import Change
from wizard.ui.plain import plain
from wizard.ui.session import Session

ID = "stages"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    frame.step_title(session, Step.STAGES)
    pipeline = session.pipeline
    if pipeline is None:
        frame.no_stages(session, pipeline)
        return
    found = findings.of_step(session, Step.STAGES, pipeline=pipeline.id)
    told = [f for f in found if rehearsal.belongs(f)] if rehearsal.is_open() else []
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="stages-head"
    ):
        board.entry(session, pipeline, chosen_stage(session, pipeline))
        _views(session)
    if session.chosen.get("view") == "table" and pipeline.stages:
        _as_table(session, pipeline, [f for f in found if f not in told])
    else:
        _as_board(session, pipeline, [f for f in found if f not in told])
    with st.container(horizontal=True, key="stages-more"):
        if session.chosen.get("view") != "table":
            stage_editor.more(session, pipeline, chosen_stage(session, pipeline))
        _won(session, pipeline)
        rehearsal.render(session, pipeline, told)
    frame.foot(session, Step.STAGES, back="goals", onward="key_stage", gain=gain.of_stages(session, pipeline))


def _views(session: Session) -> None:
    """One stage at a time below the board, or all in a table for those who know what to write."""
    choosing.one_of(
        session.tr("stages.view"),
        session.chosen.get("view", "board"),
        name="stages.view",
        options=("board", "table"),
        words=lambda view: session.tr(f"stages.view.{view}"),
        choose=partial(session.choose, "view"),
        label_visibility="collapsed",
    )


def _as_board(session: Session, pipeline: Pipeline, found: list[Finding]) -> None:
    stage = chosen_stage(session, pipeline)
    board.render(session, pipeline)
    _toolbar(session, pipeline, stage)
    left, right = st.columns(2, gap="large")
    with left:
        if stage is not None:
            stage_editor.words(session, pipeline, stage)
        remarks.at_stage(session, pipeline, stage)
    with right:
        own = f"pipelines/{pipeline.id}/stages/{stage.id}/" if stage else "-"
        here = [f for f in found if f"{f.path}/".startswith(own)]
        findings.show(session, here, place="stage")
        if stage is not None:
            stage_editor.terms(session, pipeline, stage)
        elsewhere = [f for f in found if f not in here]
        if elsewhere:
            findings.show(session, elsewhere, place="stages")
        _state(session, pipeline, clean=not found)


def _as_table(session: Session, pipeline: Pipeline, found: list[Finding]) -> None:
    left, right = st.columns([3, 1], gap="medium")
    with left:
        stage_table.render(session, pipeline)
        st.caption(session.tr("grid.note"))
        stage_paste.render(session, pipeline)
    with right:
        findings.show(session, found, place="stages")
        _state(session, pipeline, clean=not found)


def _state(session: Session, pipeline: Pipeline, *, clean: bool) -> None:
    """That all is well is said only when it is: nothing empty, nothing kept as it is."""
    tr, about = session.tr, f"pipelines/{pipeline.id}/"
    kept = sum(f.kept and f.step is Step.STAGES and f.path.startswith(about) for f in session.report.findings)
    if kept:
        st.info(tr.plural("stages.kept", kept), icon=":material/push_pin:")
    elif clean and pipeline.stages and not _waiting(session, pipeline):
        st.badge(tr("stages.clean"), icon=":material/check:", color="green")


def _waiting(session: Session, pipeline: Pipeline) -> list[Finding]:
    """What is not filled in yet."""
    about = f"pipelines/{pipeline.id}/"
    return [f for f in session.report.progress if f.step is Step.STAGES and f"{f.path}/".startswith(about)]


def chosen_stage(session: Session, pipeline: Pipeline) -> Stage | None:
    """The stage chosen on the board, else the first."""
    wanted = session.chosen.get("stage")
    return next((s for s in pipeline.stages if s.id == wanted), next(iter(pipeline.stages), None))


def _toolbar(session: Session, pipeline: Pipeline, stage: Stage | None) -> None:
    tr = session.tr
    with st.container(horizontal=True, vertical_alignment="bottom", key="stage-tools"):
        if stage is not None:
            at = StageRef(pipeline.id, stage.id)
            place, last = pipeline.index(stage.id), len(pipeline.stages) - 1
            for by, icon, label, at_end in (
                (-1, ":material/arrow_back:", tr("stages.earlier"), place == 0),
                (1, ":material/arrow_forward:", tr("stages.later"), place == last),
            ):
                inputs.action(
                    label,
                    key=f"stage.move{by}",
                    icon=icon,
                    on_click=_move,
                    args=(session, at),
                    kwargs={"by": by},
                    disabled=at_end,
                )
            inputs.action(
                tr("stages.delete"), key="stage.delete", icon=":material/delete:", on_click=_delete, args=(session, at)
            )
        with folding.menu(
            tr("stages.add"), name="stage.add_menu", icon=":material/add:", disabled=session.readonly
        ) as is_open:
            if is_open:
                _new(session, pipeline, stage)
        board.note(session, pipeline)


def _new(session: Session, pipeline: Pipeline, stage: Stage | None) -> None:
    """A stage the template knows, or one of any name."""
    tr = session.tr
    for extra in offered(pipeline):
        name = extra.name.in_(session.project.company.language)
        inputs.action(
            tr("stages.add_offered", name=plain(name)),
            key=inputs.key("stage", "offered", extra.id),
            on_click=_add_offered,
            args=(session, pipeline.id, extra.id),
        )
    st.text_input(tr("stages.new_name"), key="stage.new")
    inputs.action(tr("stages.add_after"), key="stage.add", on_click=_add, args=(session, pipeline.id, stage))


def _move(session: Session, at: StageRef, *, by: int) -> None:
    if session.commit(move_stage, at, by=by):
        session.choose("stage", at.stage)


def _add(session: Session, pipeline_id: str, stage: Stage | None) -> None:
    name = str(inputs.typed("stage.new", "")).strip()
    known = {s.id for s in session.project.pipeline(pipeline_id).stages}
    if session.commit(add_stage, pipeline_id, name=name, after=stage.id if stage else None):
        new = next(s.id for s in session.project.pipeline(pipeline_id).stages if s.id not in known)
        session.choose("stage", new)
    inputs.clear("stage.new")
    inputs.close("stage.add_menu")


def _add_offered(session: Session, pipeline_id: str, stage: str) -> None:
    if session.commit(add_optional_stage, pipeline_id, stage=stage):
        session.choose("stage", stage)
    inputs.close("stage.add_menu")


def _delete(session: Session, at: StageRef) -> None:
    name = session.project.pipeline(at.pipeline).stage(at.stage).name
    if session.commit(delete_stage, at):
        session.notice = session.tr("stages.deleted", name=plain(name))


def _won(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    with folding.fold(tr("stages.ends"), name="stage.ends", icon=":material/flag:") as is_open:
        if is_open:
            _won_name(session, pipeline)
    waiting = _waiting(session, pipeline)
    if waiting:
        with folding.fold(tr.plural("hub.empty", len(waiting)), name="stage.waiting") as is_open:
            for finding in waiting if is_open else ():
                st.markdown(f"- {plain(message(finding, tr))}")


def _won_name(session: Session, pipeline: Pipeline) -> None:
    tr = session.tr
    won = Change(change_won, (pipeline.id,), to="name")
    inputs.text(tr("stages.won_name"), pipeline.won.name, name=f"won.{pipeline.id}.name", change=won)
    st.caption(tr("stages.won_note"))
