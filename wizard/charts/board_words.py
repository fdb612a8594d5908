"""The columns of a pipeline's board, and the board in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wizard.i18n.terms import term_in_words
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project

# What amoCRM itself paints its three system columns with.
_INCOMING, _WON, _LOST = "#c1c1c1", "#ccff66", "#d5d8db"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Column:
    """A column of the board; `fact` moves a deal on from it, both are empty where there is none."""

    name: str
    colour: str
    fact: str = ""
    term: str = ""


def board_columns(project: Project, pipeline: Pipeline, say: Translator) -> tuple[Column, ...]:
    """The incoming column where there is one, the stages, won, lost."""
    return (
        *[Column(say("board.incoming"), _INCOMING)] * pipeline.unsorted,
        *(_of_stage(project, pipeline, stage, say) for stage in pipeline.stages),
        Column(pipeline.won.name or say("board.won"), _WON),
        Column(pipeline.lost_name or say("board.lost"), _LOST),
    )


def board_in_words(project: Project, pipeline: Pipeline, *, language: str) -> str:
    """The columns in order, each with its fact and its time limit."""
    say = translator(language)
    return " → ".join(_told(column, say) for column in board_columns(project, pipeline, say)) + "."


def _of_stage(project: Project, pipeline: Pipeline, stage: Stage, say: Translator) -> Column:
    star = "★ " * (stage.id == pipeline.key_stage)
    colour = stage.colour or ""
    return Column(
        name=f"{star}{stage.name or say('board.unnamed')}",
        colour=colour.lower() if _COLOUR.fullmatch(colour) else _LOST,
        fact=pipeline.proof_after(stage.id) or say("board.missing"),
        term=term_in_words(stage.term, project, tr=say) if stage.term else "",
    )


def _told(column: Column, say: Translator) -> str:
    if not column.fact:
        return column.name
    fact = say("chart.board.fact", fact=column.fact)
    return f"{column.name} ({fact}{f'; {column.term}' if column.term else ''})"
