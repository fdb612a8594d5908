"""A funnel on one page: what it is for, its stages with their facts, its figures, its ways out."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers.document import (
    Beside,
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
    cell,
    plain,
    row,
)
from exports.papers.figures import funnel_figure
from exports.papers.levers import lever
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from exports.papers.stage_rows import page_table
from wizard import forecast
from wizard.charts.funnel_words import sum_in_words
from wizard.model.pipeline import Pipeline


def build(matter: Matter) -> tuple[Document, ...]:
    return tuple(
        Document(
            id="funnel_page",
            title=matter.name(pipeline),
            blocks=tuple(_blocks(matter, pipeline)),
            lead=plain(matter.tr(f"paper.funnel_page.lead.{pipeline.launch}")),
            pages=1,
        )
        for pipeline in matter.pipelines
    )


def _blocks(matter: Matter, pipeline: Pipeline) -> Iterator[Block]:
    tr = matter.tr
    about = (_about(matter, pipeline), *_questions(matter, pipeline))
    if forecast.counts(pipeline):
        yield Beside(about, tuple(_figures(matter, pipeline)))
    else:
        yield from about
    if pipeline.stages:
        yield page_table(matter, pipeline)
    if pipeline.losses:
        yield Heading(tr("paper.funnel_page.losses"))
        yield loss_table(matter, pipeline)


def _figures(matter: Matter, pipeline: Pipeline) -> Iterator[Block]:
    yield funnel_figure(matter, pipeline)
    yield Paragraph(plain(sum_in_words(pipeline, language=matter.tr.language)))
    if gain := lever(matter, pipeline):
        yield Paragraph(gain)


def _questions(matter: Matter, pipeline: Pipeline) -> Iterator[Block]:
    if pipeline.questions:
        yield Heading(matter.tr("paper.funnel_page.questions"), 2)
        yield Bullets(tuple(plain(question.text) for question in pipeline.questions))


def _about(matter: Matter, pipeline: Pipeline) -> Facts:
    tr = matter.tr
    key = pipeline.stage(pipeline.key_stage).name if pipeline.key_stage else ""
    said = (
        ("paper.fact.goal", pipeline.goal),
        ("paper.fact.who", tr(f"subject.{pipeline.subject}")),
        ("paper.fact.deal", pipeline.deal_is),
        ("paper.fact.entry", pipeline.entry),
        ("paper.fact.sources", ", ".join(pipeline.sources)),
        ("paper.fact.won", ". ".join(part for part in (matter.won(pipeline), pipeline.won.proof) if part)),
        ("paper.fact.won_route", ", ".join(part for part in _after_won(matter, pipeline) if part)),
        ("paper.fact.lost", matter.lost(pipeline)),
        ("paper.fact.key", f"★ {key}" if key else ""),
        ("paper.fact.cycle", pipeline.cycle),
    )
    return Facts(tuple((tr(title), plain(text.strip())) for title, text in said if text.strip()))


def _after_won(matter: Matter, pipeline: Pipeline) -> tuple[str, str]:
    return matter.destination(pipeline.won_route), matter.when(pipeline.won_route)


def loss_table(matter: Matter, pipeline: Pipeline) -> Table:
    """Where a client goes after a refusal: a row for each way, with all reasons that take it."""
    tr = matter.tr
    columns = (Column(tr("paper.col.reasons"), 2), Column(tr("paper.col.to"), 1.7), Column(tr("paper.col.when"), 1.15))
    rows = []
    for route, uses in matter.lost_ways(pipeline):
        names = " · ".join(matter.project.reason(use.reason).name for use in uses)
        rows.append(row(names, matter.place(route), cell(matter.lost_when(pipeline, uses))))
    return Table(columns, tuple(rows), name=tr("paper.funnel_page.losses"))


PAPER = Paper("funnel_page", build)
