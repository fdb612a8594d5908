"""The owner's five numbers, once a week, written in by hand."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers.document import Column, Document, Figure, Paragraph, Table, bold, cell, plain, row
from exports.papers.figures import in_pairs, plan_figure, what_if_figure
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.i18n.terms import within_in_words
from wizard.model.pipeline import Pipeline, WonKind


def build(matter: Matter) -> tuple[Document, ...]:
    if matter.main is None or not matter.main.stages:
        return ()
    tr = matter.tr
    columns = (
        Column("№", 0.3),
        Column(tr("paper.col.number"), 2.6),
        Column(tr("paper.col.this_week")),
        Column(tr("paper.col.last_week")),
        Column(tr("paper.col.plan")),
    )
    rows = tuple(
        row(str(n), cell(bold(text)), "", "", "") for n, text in enumerate(_numbers(matter, matter.main), start=1)
    )
    return (
        Document(
            id="owner_numbers",
            title=tr("paper.owner_numbers.title"),
            lead=plain(tr("paper.owner_numbers.lead", pipeline=matter.name(matter.main))),
            blocks=(
                Table(columns, rows, name=tr("paper.owner_numbers.title"), tall=True),
                Paragraph(plain(tr("paper.owner_numbers.change"))),
                *in_pairs(_figures(matter, matter.main)),
            ),
            pages=1,
        ),
    )


def _figures(matter: Matter, main: Pipeline) -> Iterator[tuple[str, Figure | None]]:
    yield matter.tr("paper.figure.plan"), plan_figure(matter, main)
    yield matter.tr("paper.figure.what_if"), what_if_figure(matter, main)


def _numbers(matter: Matter, pipeline: Pipeline) -> Iterator[str]:
    tr, first = matter.tr, pipeline.stages[0]
    yield tr("paper.number.entered", stage=matter.stage(first))
    if first.term and first.term.first:
        yield tr("paper.number.replied", time=within_in_words(first.term.first, tr))
    if pipeline.key_stage and (place := pipeline.index(pipeline.key_stage)):
        before, key = pipeline.stages[place - 1], pipeline.stages[place]
        yield tr("paper.number.key", before=matter.stage(before), key=matter.stage(key))
    paid = pipeline.won.kind is WonKind.PAYMENT
    yield tr("paper.number.paid" if paid else "paper.number.won", won=matter.won(pipeline))
    yield tr("paper.number.reason")


PAPER = Paper("owner_numbers", build)
