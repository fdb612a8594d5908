"""Moves the columns of the board by mouse, by touch and by keys; the columns themselves are the page's own buttons.

A drop is sent once, as which stage came to which place. Nothing is drawn here but what is said meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Board:
    """What can be moved: the columns of a pipeline, between the ends that stay.

    `ends` are the names of the system columns; `asked` differs after each move, so that a refused one is shown undone.
    """

    pipeline: str
    columns: tuple[Column, ...]
    unsorted: bool
    ends: dict[str, str]
    asked: str


def moving(board: Board, *, note: str, tr: Translator, moved: Callable[[Moved], None]) -> None:
    """Let the columns be moved, and say how; `moved` is told of each drop."""

    def sent() -> None:
        try:
            value = Moved.model_validate(inputs.typed(_KEY, {}).get("moved"))
        except ValidationError:
            return
        moved(value)

    _BOARD(
        key=_KEY,
        data={
            "pipeline": board.pipeline,
            "stages": [column._asdict() for column in board.columns],
            "unsorted": board.unsorted,
            "ends": board.ends,
            "asked": board.asked,
            "note": note,
            "words": {name: tr(f"moving.{name}") for name in _SAID},  # filled in by the browser
        },
        on_moved_change=sent,
    )
