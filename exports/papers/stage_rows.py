"""Tables of a funnel's stages, one for each paper that shows them."""

from __future__ import annotations

from collections.abc import Callable

from exports.papers.document import Cell, Column, Row, Table, bold, cell, row
from exports.papers.matter import Matter
from exports.papers.phrases import phrase
from wizard.model.pipeline import Pipeline, Stage

_Fill = Callable[[Matter, Pipeline, Stage], Cell]

# What stands below each title, whichever paper it is in.
_CELLS: dict[str, _Fill] = {
    "stage": lambda matter, pipeline, stage: cell(bold(matter.starred(pipeline, stage)), colour=stage.colour or ""),
    "moves_when": lambda _matter, pipeline, stage: cell(pipeline.proof_after(stage.id)),
    "does": lambda _matter, _pipeline, stage: cell(stage.step),
    "term": lambda matter, pipeline, stage: cell(matter.term(pipeline, stage)),
    "phrase": lambda matter, _pipeline, stage: cell(phrase(stage, matter.tr)),
    "fill": lambda matter, _pipeline, stage: cell(matter.fields(stage)),
    "role": lambda _matter, _pipeline, stage: cell(stage.owner_role),
}


def memo_table(matter: Matter, pipeline: Pipeline) -> Table:
    """What a manager does and says at each stage; won comes last, with where the client goes from it."""
    won = row(bold(matter.won(pipeline)), f"→ {matter.destination(pipeline.won_route)}", "", "", "")
    return _table(matter, pipeline, stage=1.2, moves_when=1.5, does=1.7, term=1.25, phrase=2.2, last=(won,))


def page_table(matter: Matter, pipeline: Pipeline) -> Table:
    """What moves a card on, what is filled in, how long it may stand, and whose the stage is."""
    return _table(matter, pipeline, stage=1.25, moves_when=1.7, fill=1.5, term=1.25, role=0.9)


def rule_table(matter: Matter, pipeline: Pipeline) -> Table:
    """The same for the rules, with what the manager has to do."""
    return _table(matter, pipeline, stage=1.2, moves_when=1.5, does=1.7, term=1.3, fill=1.3)


def _table(matter: Matter, pipeline: Pipeline, *, last: tuple[Row, ...] = (), **widths: float) -> Table:
    """A row for each stage, the key one strong; the columns stand in the order in which they are named."""
    columns = tuple(Column(matter.tr(f"paper.col.{name}"), width) for name, width in widths.items())
    rows = tuple(
        Row(
            tuple(_CELLS[name](matter, pipeline, stage) for name in widths),
            strong=stage.id == pipeline.key_stage,
        )
        for stage in pipeline.stages
    )
    return Table(columns, (*rows, *last), name=matter.name(pipeline))
