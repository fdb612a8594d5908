"""The board of a pipeline as a picture: columns in order, in the colours they have in amoCRM, facts under them."""

from __future__ import annotations

from functools import cache

import altair as alt

from wizard.charts.board_data import MOST_COLUMNS, NAME, NOTE, board_data
from wizard.charts.board_words import board_in_words
from wizard.charts.style import INK, MUTED, OUTLINE, Spec, as_is, at, drawn, of_kind, text_mark, with_data
from wizard.i18n.translator import translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

__all__ = ["board_chart", "board_in_words"]


def board_chart(
    project: Project, pipeline: Pipeline, *, language: str, width: float = 1000, columns: int = MOST_COLUMNS
) -> Spec:
    """The board in so many columns a line; it has a size of its own, its texts are never scaled."""
    say = translator(language)
    values, height = board_data(project, pipeline, say, width=width, columns=columns)
    return with_data(_drawing(), values, width=width, height=height)


@cache
def _drawing() -> Spec:
    column = of_kind("column").mark_rect(cornerRadius=4, fillOpacity=0, strokeWidth=1, aria=False, tooltip=None)
    head = of_kind("head").mark_rect(cornerRadius=4, aria=False, tooltip=None)
    name = text_mark(NAME, bold=True, align="left", baseline="middle") | {"color": INK}
    note = text_mark(NOTE, align="left", baseline="middle")
    mute = text_mark(NOTE, align="left", baseline="middle", opacity=MUTED)
    read = alt.Text("text", type="nominal")
    return drawn(
        [
            at(column, x2="x2", y2="y2", stroke=alt.value(OUTLINE)),
            at(head, x2="x2", y2="y2", fill=as_is("colour", alt.Fill)),
            at(of_kind("name").mark_text(**name), text=read),
            at(of_kind("note").mark_text(**note), text=read),
            at(of_kind("mute").mark_text(**mute), text=read),
        ]
    )
