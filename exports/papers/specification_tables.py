"""The specification's own tables: goals, the state of today, funnels, rights, automation, acceptance."""

from __future__ import annotations

from collections.abc import Iterator

from exports.checklist.people import RIGHTS
from exports.checklist.sheet import Sheet
from exports.papers.document import Block, Column, Facts, Heading, Row, Table, bold, cell, plain, row
from exports.papers.figures import board_figure
from exports.papers.matter import Matter
from exports.papers.tables import checklist_tables
from wizard.charts.funnel_words import sum_in_words
from wizard.model.losses import LossUse
from wizard.model.pipeline import Pipeline


def goal_table(matter: Matter) -> Table:
    """What each funnel is for and what it is measured by."""
    tr = matter.tr
    columns = (
        Column(tr("paper.col.funnel"), 1.1),
        Column(tr("paper.col.goal"), 1.6),
        Column(tr("paper.col.measure"), 1.6),
        Column(tr("table.launch"), 0.8),
    )
    rows = tuple(
        row(
            cell(bold(matter.name(pipeline))),
            pipeline.goal,
            sum_in_words(pipeline, language=tr.language),
            tr(f"chart.map.{pipeline.launch}"),
        )
        for pipeline in matter.pipelines
    )
    return Table(columns, rows, name=tr("paper.spec.goals"))


def state(matter: Matter) -> Facts:
    tr, company = matter.tr, matter.project.company
    main = matter.project.main_pipeline
    entry = matter.name(matter.project.pipeline(main)) if main else tr("paper.route.undecided")
    return Facts(
        (
            (tr("paper.spec.company"), plain(company.name or "—")),
            (tr("paper.spec.main"), plain(entry)),
            (tr("paper.spec.unsorted"), plain(_unsorted(matter))),
        )
    )


def _unsorted(matter: Matter) -> str:
    names = [matter.name(pipeline) for pipeline in matter.pipelines if pipeline.unsorted]
    return ", ".join(names) or "—"


def funnels(matter: Matter) -> Iterator[Block]:
    """Each funnel with its ends and its stages in order."""
    tr = matter.tr
    for pipeline in matter.pipelines:
        yield Heading(matter.name(pipeline), 2)
        yield Facts(
            (
                (tr("paper.fact.entry"), plain(pipeline.entry or "—")),
                (tr("paper.fact.won"), plain(_sentence(matter.won(pipeline), pipeline.won.proof))),
                (tr("paper.fact.lost"), plain(matter.lost(pipeline))),
                (tr("paper.fact.deal"), plain(pipeline.deal_is or "—")),
            )
        )
        if pipeline == matter.main and pipeline.stages:
            yield board_figure(matter, pipeline)
        yield _stages(matter, pipeline)


def _sentence(*parts: str) -> str:
    return ". ".join(part for part in parts if part)


def _stages(matter: Matter, pipeline: Pipeline) -> Table:
    tr = matter.tr
    columns = (
        Column("№", 0.3),
        Column(tr("paper.col.stage"), 1.2),
        Column(tr("paper.col.gets_here"), 1.6),
        Column(tr("paper.col.does"), 1.6),
        Column(tr("paper.col.term"), 1),
        Column(tr("paper.col.role"), 0.9),
    )
    rows: tuple[Row, ...] = tuple(
        row(
            str(number),
            cell(bold(matter.starred(pipeline, stage)), plain(stage.colour or ""), colour=stage.colour or ""),
            pipeline.proof_of(stage.id),
            stage.step,
            cell(matter.term(pipeline, stage)),
            stage.owner_role,
        )
        for number, stage in enumerate(pipeline.stages, start=1)
    )
    return Table(columns, rows, name=matter.name(pipeline))


def way_table(matter: Matter) -> Table:
    """Every way out of every funnel; reasons that take the same one share a row."""
    tr = matter.tr
    shares = {"funnel": 1, "after": 1.8, "to": 1.7, "when": 1.1, "why": 1.5}
    columns = tuple(Column(tr(f"table.{title}"), share) for title, share in shares.items())
    return Table(columns, tuple(_ways(matter)), name=tr("table.routes"))


def _ways(matter: Matter) -> Iterator[Row]:
    for pipeline in matter.pipelines:
        won, name = pipeline.won_route, cell(bold(matter.name(pipeline)))
        why = won.why if won else ""
        yield row(name, matter.won(pipeline), matter.place(won), cell(matter.won_when(pipeline)), why)
        for route, uses in matter.lost_ways(pipeline):
            reasons: dict[str, list[LossUse]] = {}
            for use in uses:
                own = pipeline.route_of(use)
                reasons.setdefault(own.why if own else "", []).append(use)
            for why, same in reasons.items():
                names = " · ".join(matter.project.reason(use.reason).name for use in same)
                yield row(name, names, matter.place(route), cell(matter.lost_when(pipeline, tuple(same))), why)


def right_table(matter: Matter) -> Table:
    tr = matter.tr
    titles = ("role", "sees", "moves", "closes", "deletes", "changes")
    columns = tuple(Column(tr(f"checklist.col.{title}")) for title in titles)
    rows = tuple(row(cell(bold(tr(role))), *(tr(right) for right in rights)) for role, rights in RIGHTS.items())
    return Table(columns, rows, name=tr("checklist.title.rights"))


def automation_table(matter: Matter, sheet: Sheet) -> Table:
    """If a deal comes to a stage, then a task, and who sees to it."""
    tr = matter.tr
    columns = (Column(tr("paper.col.if")), Column(tr("paper.col.then"), 1.4), Column(tr("paper.col.control"), 0.8))
    rows = tuple(
        row(tr("paper.spec.entered", pipeline=line.pipeline, stage=line.stage), line.subject, line.who)
        for line in sheet.of("task")
    )
    return Table(columns, rows, name=tr("paper.spec.automation"))


def acceptance_table(matter: Matter) -> Table:
    """The lines of the checklist with how each is checked."""
    tr = matter.tr
    columns = (
        Column(tr("table.part"), 1.1),
        Column(tr("checklist.col.do"), 1.3),
        Column(tr("checklist.col.check"), 1.7),
    )
    whole, *_ = checklist_tables(matter)
    rows = tuple(Row((part, do, check)) for part, do, _, _, check, *_ in (each.cells for each in whole.rows))
    return Table(columns, rows, name=tr("paper.spec.acceptance"), ticks=True)
