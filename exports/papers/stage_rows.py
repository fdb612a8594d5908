"""Tables of a funnel's stages, one for each paper that shows them."""

from __future__ import annotations

from exports.papers.document import Cell, Column, Row, Table, bold, cell, row
from exports.papers.matter import Matter
from exports.papers.phrases import phrase
from wizard.model.pipeline import Pipeline, Stage


def memo_table(matter: Matter, pipeline: Pipeline) -> Table:
    """What a manager does and says at each stage; won comes last, with where the client goes from it."""
    tr = matter.tr
    columns = (
        Column(tr("paper.col.stage"), 1.2),
        Column(tr("paper.col.moves_when"), 1.5),
        Column(tr("paper.col.does"), 1.7),
        Column(tr("paper.col.term"), 1.25),
        Column(tr("paper.col.phrase"), 2.2),
    )
    rows = tuple(
        Row(
            (
                _name(matter, pipeline, stage),
                cell(pipeline.proof_after(stage.id)),
                cell(stage.step),
                cell(matter.term(pipeline, stage)),
                cell(phrase(stage, tr)),
            ),
            strong=stage.id == pipeline.key_stage,
        )
        for stage in pipeline.stages
    )
    won = row(bold(matter.won(pipeline)), f"→ {matter.destination(pipeline.won_route)}", "", "", "")
    return Table(columns, (*rows, won), name=matter.name(pipeline))


def page_table(matter: Matter, pipeline: Pipeline) -> Table:
    """What moves a card on, what is filled in, how long it may stand, and whose the stage is."""
    tr = matter.tr
    columns = (
        Column(tr("paper.col.stage"), 1.25),
        Column(tr("paper.col.moves_when"), 1.7),
        Column(tr("paper.col.fill"), 1.5),
        Column(tr("paper.col.term"), 1.25),
        Column(tr("paper.col.role"), 0.9),
    )
    rows = tuple(
        Row(
            (
                _name(matter, pipeline, stage),
                cell(pipeline.proof_after(stage.id)),
                cell(matter.fields(stage)),
                cell(matter.term(pipeline, stage)),
                cell(stage.owner_role),
            ),
            strong=stage.id == pipeline.key_stage,
        )
        for stage in pipeline.stages
    )
    return Table(columns, rows, name=matter.name(pipeline))


def rule_table(matter: Matter, pipeline: Pipeline) -> Table:
    """The same for the rules, with what the manager has to do."""
    tr = matter.tr
    columns = (
        Column(tr("paper.col.stage"), 1.2),
        Column(tr("paper.col.moves_when"), 1.5),
        Column(tr("paper.col.does"), 1.7),
        Column(tr("paper.col.term"), 1.3),
        Column(tr("paper.col.fill"), 1.3),
    )
    rows = tuple(
        Row(
            (
                _name(matter, pipeline, stage),
                cell(pipeline.proof_after(stage.id)),
                cell(stage.step),
                cell(matter.term(pipeline, stage)),
                cell(matter.fields(stage)),
            ),
            strong=stage.id == pipeline.key_stage,
        )
        for stage in pipeline.stages
    )
    return Table(columns, rows, name=matter.name(pipeline))


def _name(matter: Matter, pipeline: Pipeline, stage: Stage) -> Cell:
    return cell(bold(matter.starred(pipeline, stage)), colour=stage.colour or "")
