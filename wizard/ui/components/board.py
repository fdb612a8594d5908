"""The board: coloured columns in order as in amoCRM's settings, facts between two of them."""

from __future__ import annotations

import re
import time
from functools import partial

import streamlit as st

from wizard.model.edits.stages import StageRef, place_stage
from wizard.model.pipeline import Pipeline, Stage
from wizard.ui import inputs, style
from wizard.ui.browser.board import Board, Column, Moved, moving
from wizard.ui.plain import plain, safe
from wizard.ui.session import Session

# What amoCRM itself paints its three system columns with.
_INCOMING, _WON, _LOST = "#c1c1c1", "#ccff66", "#d5d8db"
# The chosen column: a frame that is seen on any colour.
_HERE = "--v-ring: #1a5fb4; --v-rim: #fff;"
_ASKED = "asked"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# No word shorter than this is broken; on a narrow page the board scrolls in its own frame instead. A letter takes so
# much of the width in rem, and so much is left beside the words.
_WHOLE = 14
_LETTER, _SMALL_LETTER, _BESIDE = 0.475, 0.425, 0.75


def render(session: Session, pipeline: Pipeline) -> None:
    """The board of a pipeline; a click on a column chooses the stage."""
    tr = session.tr
    with st.container(horizontal=True, key="board", wrap=False):
        if pipeline.unsorted:
            st.html(_end(tr("board.incoming"), _INCOMING))
        for stage in pipeline.stages:
            _column(session, pipeline, stage)
        won, lost = _ends(session, pipeline)
        st.html(f'<div class="v-ends">{_end(won, _WON)}{_end(lost, _LOST)}</div>')


def note(session: Session, pipeline: Pipeline) -> None:
    """What the board shows, and how its columns are moved where they can be."""
    if len(pipeline.stages) > 1 and not session.readonly:
        _movable(session, pipeline)
    else:
        st.caption(session.tr("board.settings_view"))


def entry(session: Session, pipeline: Pipeline, chosen: Stage | None) -> None:
    """Who comes to the board, with the colours of its columns."""
    tr = session.tr
    said = f"<b>{safe(tr('board.entry'))}</b> {safe(pipeline.entry or tr('board.missing'))}"
    st.html(f'<p class="v-small v-entry">{said}</p><style>{painted(pipeline, chosen)}</style>')


def _ends(session: Session, pipeline: Pipeline) -> tuple[str, str]:
    """What won and lost are called."""
    return pipeline.won.name or session.tr("board.won"), pipeline.lost_name or session.tr("board.lost")


def _movable(session: Session, pipeline: Pipeline) -> None:
    """Let the columns be moved; the buttons below the board do the same."""
    tr = session.tr
    won, lost = _ends(session, pipeline)
    moved = Board(
        pipeline.id,
        tuple(Column(s.id, s.name or tr("board.unnamed"), _class(pipeline, s)) for s in pipeline.stages),
        unsorted=pipeline.unsorted,
        ends={"incoming": tr("board.incoming"), "won": won, "lost": lost},
        asked=session.chosen.get(_ASKED, ""),
    )
    moving(moved, note=tr("board.settings_view"), tr=tr, moved=partial(_move, session))


def _move(session: Session, moved: Moved) -> None:
    session.choose(_ASKED, str(time.time_ns()))
    if session.commit(place_stage, StageRef(moved.pipeline, moved.stage), place=moved.place):
        session.choose("stage", moved.stage)


def painted(pipeline: Pipeline, chosen: Stage | None) -> str:
    """The colours and least widths of the columns, in one style: every element of a page costs the server alike."""
    rules = [_column_style(pipeline, stage) for stage in pipeline.stages]
    if chosen:
        rules.append(f".{_class(pipeline, chosen)} button {{ {_HERE} }}")
    return " ".join(rules)


def _column_style(pipeline: Pipeline, stage: Stage) -> str:
    column = _class(pipeline, stage)
    least = max(_width(stage.name, _LETTER), _width(pipeline.proof_after(stage.id), _SMALL_LETTER))
    return (
        f".{column} button {{ --v-paint: {_colour(stage)}; }} "
        f".st-key-board > div.{column} {{ min-width: {least:.2f}rem; }}"
    )


def _width(words: str, letter: float) -> float:
    """What the longest word takes, in rem."""
    return letter * min(_WHOLE, max(map(len, words.split()), default=0)) + _BESIDE


def _class(pipeline: Pipeline, stage: Stage) -> str:
    """The class Streamlit gives a column."""
    return style.class_of(_name(pipeline, stage))


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
    return f'<div class="v-end" style="--v-paint:{colour}">{safe(name)}</div>'
