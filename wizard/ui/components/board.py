"""The board: coloured columns in order as in amoCRM's settings, facts between two of them."""

from __future__ import annotations

import re

import streamlit as st

from wizard.model.pipeline import Pipeline, Stage
from wizard.ui import inputs
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

# What amoCRM itself paints its three system columns with.
_INCOMING, _WON, _LOST = "#c1c1c1", "#ccff66", "#d5d8db"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def render(session: Session, pipeline: Pipeline, chosen: Stage | None) -> None:
    """The board of a pipeline; a click on a column chooses the stage."""
    tr = session.tr
    st.html(f'<p class="v-small"><b>{safe(tr("board.entry"))}</b> {safe(pipeline.entry or tr("board.missing"))}</p>')
    with st.container(horizontal=True, key="board", wrap=False):
        if pipeline.unsorted:
            _end(tr("board.incoming"), _INCOMING)
        for stage in pipeline.stages:
            _column(session, pipeline, stage, chosen=chosen is not None and stage.id == chosen.id)
        _end(pipeline.won.name or tr("board.won"), _WON)
        _end(pipeline.lost_name or tr("board.lost"), _LOST)
    st.caption(tr("board.settings_view"))


def _column(session: Session, pipeline: Pipeline, stage: Stage, *, chosen: bool) -> None:
    star = "\u2605 " if stage.id == pipeline.key_stage else ""
    name = plain(stage.name) or session.tr("board.unnamed")
    with st.container(gap=None, key="column-chosen" if chosen else f"column-of-{stage.id}"):
        _stripe(stage.colour or _LOST)
        st.button(
            f"{star}{name}",
            key=inputs.key("board", pipeline.id, stage.id),
            on_click=session.choose,
            args=("stage", stage.id),
            width="stretch",
            wrap=True,
        )
        fact = pipeline.proof_after(stage.id)
        kind = "v-fact" if fact else "v-fact v-missing"
        st.html(f'<div class="{kind}">{safe(fact or session.tr("board.missing"))}</div>')


def _stripe(colour: str) -> None:
    shown = colour if _COLOUR.fullmatch(colour) else _LOST
    st.html(f'<div class="v-head" style="background:{shown}"></div>')


def _end(name: str, colour: str) -> None:
    with st.container(gap=None):
        _stripe(colour)
        st.html(f'<div class="v-end">{safe(name)}</div>')
