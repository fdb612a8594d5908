"""Step 4. Key stage: the one that decides, why, and what ten points more bring."""

from __future__ import annotations

import streamlit as st

from wizard import forecast
from wizard.catalog import reader
from wizard.model.edits.stages import set_key_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Language, Step
from wizard.ui import frame, inputs
from wizard.ui.components import findings, gain
from wizard.ui.inputs import Change
from wizard.ui.plain import safe
from wizard.ui.session import Session

ID = "key_stage"
NEEDS_PROJECT = True


def render(session: Session) -> None:
    frame.step_title(session, Step.KEY_STAGE)
    pipeline = session.pipeline
    if pipeline is None or not pipeline.stages:
        frame.no_stages(session, pipeline)
        return
    left, right = st.columns([5, 6], gap="large")
    with left:
        _choice(session, pipeline)
        findings.show(session, findings.of_step(session, Step.KEY_STAGE, pipeline=pipeline.id), place="key")
    with right:
        _suggestion(session, pipeline)
        if pipeline.key_stage:
            _lever(session, pipeline)
    frame.foot(session, Step.KEY_STAGE, back="stages", onward="shape", gain=gain.of_key_stage(session, pipeline))


def _choice(session: Session, pipeline: Pipeline) -> None:
    inputs.choice(
        session.tr("key.choose"),
        pipeline.key_stage,
        name=inputs.key("key", pipeline.id),
        change=Change(set_key_stage, (pipeline.id,), to="stage"),
        options=[s.id for s in pipeline.stages],
        words=lambda stage: pipeline.stage(stage).name,
        placeholder=session.tr("ask.choose"),
    )
    if pipeline.key_stage:
        fact = pipeline.proof_of(pipeline.key_stage)
        st.html(
            f'<p class="v-said v-small">{safe(session.tr("key.proved", fact=fact or session.tr("board.missing")))}</p>'
        )


def _suggestion(session: Session, pipeline: Pipeline) -> None:
    """What the industry's template suggests, and on what evidence."""
    if pipeline.template is None:
        return
    tr = session.tr
    wanted = next((t.key_stage for t in reader.funnels() if t.id == pipeline.template), None)
    stage = next((s for s in pipeline.stages if s.id == wanted), None)
    if stage is None:
        return
    industry = reader.industry_or_general(session.project.company.industry)
    said = f'<p class="v-said"><b>{safe(tr("key.suggested", stage=stage.name))}</b></p>'
    if pipeline.template == "first_sale":
        said += f'<p class="v-over">{safe(industry.evidence_note.in_(Language(session.language)))}</p>'
    with st.container(border=True, gap="xsmall"):
        st.html(said)
        if pipeline.key_stage != stage.id:
            inputs.action(
                tr("key.take"),
                key=inputs.key("key", pipeline.id, "take"),
                on_click=session.apply,
                args=(set_key_stage, pipeline.id),
                kwargs={"stage": stage.id},
            )


def _lever(session: Session, pipeline: Pipeline) -> None:
    """What ten points more bring on the way into the key stage, and on the way out of it."""
    key = pipeline.key_stage or ""
    place = pipeline.index(key)
    cards = _gain(session, pipeline, pipeline.stages[place - 1], to=pipeline.stages[place].name) if place else ""
    following = pipeline.stages[place + 1].name if place + 1 < len(pipeline.stages) else pipeline.won.name
    cards += _gain(session, pipeline, pipeline.stages[place], to=following)
    base = session.tr("key.own") if pipeline.entries else session.tr("key.per_hundred")
    st.html(f'{cards}<p class="v-over">{safe(base)} {safe(session.tr("key.lever_note"))}</p>')


def _gain(session: Session, pipeline: Pipeline, stage: Stage, *, to: str) -> str:
    """What ten points more from a stage to the next bring, as a card; nothing where it is not known."""
    tr = session.tr
    lever = forecast.lever(pipeline, stage.id)
    share = forecast.shares(pipeline)[pipeline.index(stage.id)]
    if lever is None or share is None:
        return ""
    brings = gain.brings(session, pipeline, lever)
    label = tr("key.step", start=stage.name, end=to)
    points = tr("key.points", before=tr.percent(min(share, 1)), after=tr.percent(min(share + 0.1, 1)))
    said = f'<p class="v-said">{safe(label)}</p><p class="v-num">{safe(brings)}</p><p class="v-over">{safe(points)}</p>'
    return f'<div class="v-card">{said}</div>'
