"""The board: coloured columns in order as in amoCRM's settings, facts between two of them."""

from __future__ import annotations

import re

import streamlit as st

from wizard.model.pipeline import Pipeline, Stage
from wizard.ui import inputs
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session
from wizard.ui.style import CHOSEN

# What amoCRM itself paints its three system columns with.
_INCOMING, _WON, _LOST = "#c1c1c1", "#ccff66", "#d5d8db"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def render(session: Session, pipeline: Pipeline, chosen: Stage | None) -> None:
    """The board of a pipeline; a click on a column chooses the stage."""
    tr = session.tr
    st.html(f'<p class="v-small"><b>{safe(tr("board.entry"))}</b> {safe(pipeline.entry or tr("board.missing"))}</p>')
    if pipeline.stages:
        st.html(f"<style>{painted(pipeline, chosen)}</style>")
    with st.container(horizontal=True, key="board", wrap=False):
        if pipeline.unsorted:
            st.html(_end(tr("board.incoming"), _INCOMING))
        for stage in pipeline.stages:
            _column(session, pipeline, stage)
        won = _end(pipeline.won.name or tr("board.won"), _WON)
        lost = _end(pipeline.lost_name or tr("board.lost"), _LOST)
        st.html(f'<div class="v-ends">{won}{lost}</div>')
    st.caption(tr("board.settings_view"))


def painted(pipeline: Pipeline, chosen: Stage | None) -> str:
    """The colours of the columns, all in one style: every element of a page costs the server alike."""
    rules = [f"{_selector(pipeline, stage)}::before {{ background: {_colour(stage)}; }}" for stage in pipeline.stages]
    if chosen:
        rules.append(f"{_selector(pipeline, chosen)} button {{ {CHOSEN} }}")
    return " ".join(rules)


def _selector(pipeline: Pipeline, stage: Stage) -> str:
    """The class Streamlit gives a column; ids have no other signs than a class may have."""
    return f".st-key-{_name(pipeline, stage).replace('.', '-')}"


def _name(pipeline: Pipeline, stage: Stage) -> str:
    return inputs.key("board", pipeline.id, stage.id)


def _colour(stage: Stage) -> str:
    """The colour, if it is one: files may say anything."""
    return stage.colour if stage.colour and _COLOUR.fullmatch(stage.colour) else _LOST


def _column(session: Session, pipeline: Pipeline, stage: Stage) -> None:
    star = "\u2605 " if stage.id == pipeline.key_stage else ""
    name = plain(stage.name) or session.tr("board.unnamed")
    st.button(
        f"{star}{name}",
        key=_name(pipeline, stage),
        on_click=session.choose,
        args=("stage", stage.id),
        width="stretch",
        wrap=True,
    )
    fact = pipeline.proof_after(stage.id)
    kind = "v-fact" if fact else "v-fact v-missing"
    st.html(f'<div class="{kind}">{safe(fact or session.tr("board.missing"))}</div>')


def _end(name: str, colour: str) -> str:
    return f'<div><div class="v-head" style="background:{colour}"></div><div class="v-end">{safe(name)}</div></div>'
