"""The table by which live deals are moved into the new funnels."""

from __future__ import annotations

from exports.papers.document import Bullets, Column, Document, Row, Table, bold, cell, mute, plain, row
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.model.diagnosis import Account
from wizard.model.moves import DealMove, End

BLANK_ROWS = 8
_RULES = ("paper.migration.still", "paper.migration.no_pair", "paper.migration.double", "paper.migration.check")


def build(matter: Matter) -> tuple[Document, ...]:
    """No paper where there are no deals to move."""
    if not matter.project.moves and matter.project.diagnosis.account is not Account.LIVE_DEALS:
        return ()
    tr = matter.tr
    return (
        Document(
            id="migration_table",
            title=tr("paper.migration_table.title"),
            lead=plain(tr("paper.migration_table.lead")),
            blocks=(move_table(matter), Bullets(tuple(plain(tr(key)) for key in _RULES))),
            landscape=True,
        ),
    )


def move_table(matter: Matter) -> Table:
    tr = matter.tr
    columns = (
        Column(tr("paper.col.old_stage"), 1.6),
        Column(tr("paper.col.how_many"), 0.7),
        Column(tr("paper.col.new_stage"), 2),
        Column(tr("paper.col.who_moves"), 1),
        Column(tr("paper.col.by_date"), 0.9),
    )
    rows = tuple(_move(matter, move) for move in matter.project.moves)
    blank = (row("", "", "", "", ""),) * BLANK_ROWS
    return Table(columns, rows or blank, name=tr("paper.migration_table.name"), ticks=True, tall=not rows)


def _move(matter: Matter, move: DealMove) -> Row:
    old = cell(bold(move.from_stage), mute(move.from_pipeline))
    return row(old, "", _aim(matter, move), matter.tr("paper.migration.owner"), "")


def _aim(matter: Matter, move: DealMove) -> str:
    tr, pipeline = matter.tr, matter.project.pipeline(move.pipeline)
    if move.stage:
        stage = matter.stage(pipeline.stage(move.stage))
        return tr("paper.route.stage", pipeline=matter.name(pipeline), stage=stage)
    if move.end:
        end = matter.won(pipeline) if move.end is End.WON else matter.lost(pipeline)
        return tr("paper.route.stage", pipeline=matter.name(pipeline), stage=end)
    return tr("paper.migration.by_fact", pipeline=matter.name(pipeline))


PAPER = Paper("migration_table", build)
