"""Step 3. Shape of the funnel: two numbers first, then what they mean stage by stage."""

from __future__ import annotations

import streamlit as st

from wizard import forecast
from wizard.charts.funnel_words import funnel_in_words, sum_in_words
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Pipeline, WonKind
from wizard.model.project import Project, Step
from wizard.ui import frame, inputs
from wizard.ui.components import charts, figures, findings, folding, gain, plan, references
from wizard.ui.inputs import Change
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

ID = "shape"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    frame.step_title(session, Step.SHAPE)
    pipeline = session.pipeline
    if pipeline is None or not pipeline.stages:
        frame.no_stages(session, pipeline)
        return
    # On a phone the columns stand one below the other: the picture comes first.
    left, right = st.columns([6, 5], gap="large")
    with left:
        _numbers(session, pipeline)
        _sentence(session, pipeline)
        charts.funnel(session, pipeline)
    with right:
        findings.show(session, findings.of_step(session, Step.SHAPE, pipeline=pipeline.id), place="shape")
        references.render(session, pipeline)
        plan.what_if(session, pipeline)
        plan.render(session, pipeline)
        _exactly(session, pipeline)
        figures.render(session, pipeline)
    frame.foot(session, Step.SHAPE, back="key_stage", onward="qualification", gain=gain.of_shape(session, pipeline))


def _numbers(session: Session, pipeline: Pipeline) -> None:
    """Two or three numbers side by side, a phone's width too."""
    tr, name = session.tr, inputs.key("shape", pipeline.id)
    won = tr(f"shape.wins.{pipeline.won.kind}")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="shape-numbers"):
        for label, attribute in ((tr("shape.entries"), "entries"), (won, "wins")):
            inputs.number(
                label,
                getattr(pipeline, attribute),
                name=f"{name}.{attribute}",
                change=Change(forecast.with_numbers, (pipeline.id,), to=attribute),
                placeholder=tr("shape.about"),
            )
        if pipeline.won.kind is WonKind.PAYMENT:
            inputs.number(
                tr("shape.check", currency=tr.currency(session.project.company.currency)),
                pipeline.average_check,
                name=f"{name}.check",
                change=Change(change_pipeline, (pipeline.id,), to="average_check"),
                placeholder=tr("shape.about"),
            )


def _sentence(session: Session, pipeline: Pipeline) -> None:
    tr, total = session.tr, forecast.total(pipeline)
    words = sum_in_words(pipeline, language=session.language)
    if total is None or not words:
        counted = pipeline.entries and pipeline.wins
        st.info(plain(funnel_in_words(pipeline, language=session.language)) if counted else tr("shape.unknown"))
        return
    own = bool(pipeline.entries and pipeline.wins and pipeline.wins <= pipeline.entries)
    words = f"{words.rstrip('.')} \u00b7 {tr.percent(total, digits=1)}"
    mark = tr("shape.own") if own else tr("shape.assumed")
    st.html(f'<p class="v-num">{safe(words)}</p><p class="v-over">{safe(mark)}</p>')


def _exactly(session: Session, pipeline: Pipeline) -> None:
    tr, name = session.tr, inputs.key("exact", pipeline.id)
    with folding.fold(tr("shape.exactly"), name="shape.exactly") as is_open:
        if not is_open:
            return
        st.caption(tr("shape.exactly_note"))
        if pipeline.key_stage and pipeline.won.kind is WonKind.PAYMENT:
            inputs.number(
                tr("shape.key_reached", stage=plain(pipeline.stage(pipeline.key_stage).name)),
                pipeline.key_reached,
                name=f"{name}.key_reached",
                change=Change(forecast.with_numbers, (pipeline.id,), to="key_reached"),
            )
        mode = st.segmented_control(
            tr("shape.mode"),
            ["percent", "reached"],
            default="percent",
            format_func=lambda m: tr(f"shape.mode.{m}"),
            key=f"{name}.mode",
            required=True,
            label_visibility="collapsed",
        )
        for stage in pipeline.stages:
            at = StageRef(pipeline.id, stage.id)
            if mode == "reached":
                inputs.number(
                    plain(stage.name),
                    stage.reached,
                    name=f"{name}.{stage.id}.reached",
                    change=Change(change_stage, (at,), to="reached"),
                )
            else:
                share = stage.conversion.share * 100 if stage.conversion else None
                inputs.number(
                    f"{plain(stage.name)} \u2192 %",
                    round(share, 1) if share is not None else None,
                    name=f"{name}.{stage.id}.percent",
                    change=Change(_set_percent, (pipeline.id,), to="percent", kwargs={"stage": stage.id}),
                    whole=False,
                    format="%g",
                )


def _set_percent(project: Project, pipeline_id: str, *, stage: str, percent: float | None) -> Project:
    share = None if percent is None else percent / 100
    return forecast.with_share(project, pipeline_id, stage=stage, share=share)
