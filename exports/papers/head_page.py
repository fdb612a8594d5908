"""The head's page: what to look at in ten minutes a day, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers import assumed
from exports.papers.document import (
    Beside,
    Block,
    Column,
    Document,
    Figure,
    Heading,
    Paragraph,
    Row,
    Table,
    Words,
    bold,
    cell,
    plain,
    row,
)
from exports.papers.figures import in_pairs, reasons_figure
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.amocrm import desired
from wizard.i18n.terms import opens_in_words, term_in_words, within_in_words
from wizard.model.pipeline import Pipeline
from wizard.model.routes import Target


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.pipelines:
        return ()
    tr = matter.tr
    return (
        Document(
            id="head_page",
            title=tr("paper.head_page.title"),
            lead=plain(tr("paper.head_page.lead")),
            blocks=tuple(_blocks(matter)),
            pages=1,
        ),
    )


def _blocks(matter: Matter) -> Iterator[Block]:
    tr = matter.tr
    columns = (
        Column(tr("paper.col.look_at"), 1.2),
        Column(tr("paper.col.filter"), 1.8),
        Column(tr("paper.col.what_i_do"), 1.5),
    )
    yield Table(columns, tuple(_daily(matter)), name=tr("paper.head_page.title"), ticks=True)
    if desired.returns_later(matter.pipelines):
        yield Paragraph((*bold(tr("paper.head_page.mondays")), *plain(f" {tr('paper.head_page.mondays_what')}")))
    if said := _sent(matter):
        yield Paragraph((*bold(tr("paper.head_page.sent")), *plain(f" {said}")))
    limits = (Heading(tr("paper.head_page.limits")), _limits(matter))
    counted = [(title, figure) for title, figure in _figures(matter) if figure]
    if counted:
        title, figure = counted[0]
        yield Beside(limits, (Heading(title), figure), share=0.54)
        yield from in_pairs(counted[1:])
    else:
        yield from limits


def _figures(matter: Matter) -> Iterator[tuple[str, Figure | None]]:
    """The counted refusals of each funnel, the main one first."""
    for pipeline in sorted(matter.pipelines, key=lambda each: each != matter.main):
        yield matter.tr("paper.figure.reasons", pipeline=matter.name(pipeline)), reasons_figure(matter, pipeline)


def _daily(matter: Matter) -> Iterator[Row]:
    tr = matter.tr
    yield _look(matter, "no_task")
    yield _look(matter, "overdue")
    for pipeline in matter.pipelines:
        first = pipeline.stages[0] if pipeline.stages else None
        if first and first.term and first.term.first:
            time = within_in_words(first.term.first, tr)
            yield _look(matter, "no_reply", time=time, pipeline=matter.name(pipeline), stage=matter.stage(first))
    yield _look(matter, "past_limit")
    if reasons := desired.reasons_with_comment(matter.project, matter.pipelines):
        names = ", ".join(tr("manual.quoted", name=reason.name) for reason in reasons)
        yield _look(matter, "comment", reasons=names)
    if dates := tuple(_dates(matter)):
        yield row(cell(bold(tr("paper.look.date_passed"))), cell(*dates), tr("paper.look.date_passed.do"))


def _dates(matter: Matter) -> Iterator[str]:
    """The stages that wait for a date, to be looked through for dates gone by."""
    for pipeline in matter.pipelines:
        for stage in pipeline.stages:
            if stage.term and stage.term.until_field:
                date = matter.project.field(stage.term.until_field).name
                names = {"date": date, "pipeline": matter.name(pipeline), "stage": matter.stage(stage)}
                yield matter.tr("paper.look.date_passed.filter", **names)


def _look(matter: Matter, what: str, **names: str) -> Row:
    """A line of the table: what it is called, the filter in words, what to do."""
    tr = matter.tr
    return row(
        cell(bold(tr(f"paper.look.{what}", **names))),
        tr(f"paper.look.{what}.filter", **names),
        tr(f"paper.look.{what}.do", **names),
    )


def _sent(matter: Matter) -> str:
    """The refusals that come to the head for a decision."""
    tr, project = matter.tr, matter.project
    found: dict[str, None] = {}
    for pipeline in matter.pipelines:
        for use in pipeline.losses:
            route = pipeline.route_of(use)
            if route and route.target is Target.HEAD:
                name = tr("manual.quoted", name=project.reason(use.reason).name)
                when = "" if route.opens.at_once else f" ({opens_in_words(route.opens, project, tr=tr)})"
                found[f"{name}{when}"] = None
    return ", ".join(found)


def _limits(matter: Matter) -> Table:
    """How long a deal may stand at each stage, a line a funnel."""
    tr = matter.tr
    rows = tuple(row(cell(bold(matter.name(p))), cell(_terms(matter, p))) for p in matter.pipelines if p.stages)
    columns = (Column(tr("paper.col.funnel")), Column(tr("paper.col.term"), 2.8))
    return Table(columns, rows, name=tr("paper.head_page.limits"))


def _terms(matter: Matter, pipeline: Pipeline) -> Words:
    """Each stage with its limit; one sign for all of them where one is assumed."""
    timed = [stage for stage in pipeline.stages if stage.term]
    said = " · ".join(
        f"{matter.starred(pipeline, stage)}: {term_in_words(stage.term, matter.project, tr=matter.tr)}"
        for stage in timed
        if stage.term
    )
    still = any(assumed.term(pipeline, stage) for stage in timed)
    return matter.assumption(plain(said)) if still else plain(said)


PAPER = Paper("head_page", build)
