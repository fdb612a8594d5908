"""Moves the columns of the board by mouse, by touch and by keys; the columns themselves are the page's own buttons.

A drop is sent once, as which stage came to which place. Nothing is drawn here but what is said meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from pydantic import BaseModel, StrictInt, ValidationError

from wizard.i18n.translator import Translator
from wizard.ui import inputs
from wizard.ui.browser.source import source

_BOARD = st.components.v2.component(
    "voronka_board",
    html=source("board.html"),
    css=source("board.css"),
    js=source("columns.js", "board.js"),
    isolate_styles=False,
)
_KEY = "browser.board"
_SAID = ("how", "taken", "taken_by_hand", "moved", "dropped", "back", "start", "first", "last")


class Moved(BaseModel):
    """What a browser sends; whatever else it may say is not believed."""

    pipeline: str
    stage: str
    place: StrictInt


class Column(NamedTuple):
    """A stage as the browser knows it: its id, its name, and the class of its column."""

    id: str
    name: str
    column: str


def moving(
    columns: list[Column],
    *,
    pipeline: str,
    unsorted: bool,
    ends: dict[str, str],
    asked: str,
    note: str,
    tr: Translator,
    moved: Callable[[Moved], None],
) -> None:
    """Let the columns be moved, with a note below; `asked` differs after each move, so that a refused one is shown undone."""

    def sent() -> None:
        try:
            value = Moved.model_validate(inputs.typed(_KEY, {}).get("moved"))
        except ValidationError:
            return
        moved(value)

    _BOARD(
        key=_KEY,
        data={
            "pipeline": pipeline,
            "stages": [column._asdict() for column in columns],
            "unsorted": unsorted,
            "asked": asked,
            "note": note,
            "ends": ends,
            "words": {name: tr(f"moving.{name}") for name in _SAID},  # filled in by the browser
        },
        on_moved_change=sent,
    )
