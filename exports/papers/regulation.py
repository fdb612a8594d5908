"""The working rules: seven rules, stages, ways out, agreements, and the sheet to be signed by those who read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.papers.document import (
    Beside,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    bold,
    cell,
    plain,
    row,
)
from exports.papers.funnel_page import loss_table
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from exports.papers.stage_rows import rule_table
from wizard.model.pipeline import Pipeline

RULES = (
    "paper.rule.task",
    "paper.rule.forward",
    "paper.rule.first_reply",
    "paper.rule.attempts",
    "paper.rule.reason",
    "paper.rule.twice",
    "paper.rule.do_not_disturb",
)
_AGREED = ("paper.agreed.came_back", "paper.agreed.two_requests", "paper.agreed.moved_once")
_CONTROL = ("paper.control.head", "paper.control.owner")
REVIEW = dt.timedelta(days=30)
SHEET_ROWS = 6


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.pipelines:
        return ()
    tr = matter.tr
    many = tr("paper.regulation.title_many")
    alone = len(matter.pipelines) == 1
    title = tr("paper.regulation.title", pipeline=matter.name(matter.pipelines[0])) if alone else many
    return (
        Document(
            id="regulation",
            title=title,
            lead=plain(head_line(matter)),
            blocks=tuple(_blocks(matter)),
            pages=2,
        ),
    )


def head_line(matter: Matter) -> str:
    """Whose rules these are, since when, and when they are looked at again."""
    tr, launch = matter.tr, matter.options.launch
    return tr(
        "paper.regulation.head",
        since=tr.date(launch) if launch else tr("paper.blank.date"),
        review=tr.date(launch + REVIEW) if launch else tr("paper.blank.date"),
        owner=tr("paper.blank.name"),
    )


def _blocks(matter: Matter) -> Iterator[Block]:
    tr = matter.tr
    yield Bullets(tuple(plain(tr(rule)) for rule in RULES), ordered=True)
    for pipeline in matter.pipelines:
        yield Heading(matter.name(pipeline))
        yield from _pipeline(matter, pipeline)
    agreed = (Heading(tr("paper.regulation.agreed")), Bullets(tuple(plain(tr(key)) for key in _AGREED)))
    not_kept = (Heading(tr("paper.regulation.not_kept")), Paragraph(plain(tr("paper.regulation.not_kept_what"))))
    control = (Heading(tr("paper.regulation.control")), Bullets(tuple(plain(tr(key)) for key in _CONTROL)))
    yield Beside(agreed, (*not_kept, *control), share=0.54)
    yield Heading(tr("paper.regulation.sheet"))
    yield sign_sheet(matter)


def _pipeline(matter: Matter, pipeline: Pipeline) -> Iterator[Block]:
    if pipeline.stages:
        yield rule_table(matter, pipeline)
    yield way_table(matter, pipeline)


def way_table(matter: Matter, pipeline: Pipeline) -> Table:
    """Where a client goes next: first after won, then after each refusal."""
    lost = loss_table(matter, pipeline)
    won = row(
        bold(matter.tr("paper.regulation.won", won=matter.won(pipeline))),
        matter.destination(pipeline.won_route),
        cell(matter.won_when(pipeline)),
    )
    columns = (Column(matter.tr("paper.col.after_what"), lost.columns[0].share), *lost.columns[1:])
    return Table(columns, (won, *lost.rows), name=lost.name)


def sign_sheet(matter: Matter, rows: int = SHEET_ROWS) -> Table:
    """Lines for names, dates and signatures."""
    tr = matter.tr
    columns = (
        Column(tr("paper.col.full_name"), 2.4),
        Column(tr("paper.col.role"), 1.4),
        Column(tr("paper.col.date"), 1),
        Column(tr("paper.col.signature"), 1.2),
    )
    return Table(columns, (row("", "", "", ""),) * rows, name=tr("paper.regulation.sheet"), tall=True)


PAPER = Paper("regulation", build)
