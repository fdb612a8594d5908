"""The map: all funnels of the project in one picture and one table."""

from __future__ import annotations

from exports.papers.document import Cell, Column, Document, Table, Words, bold, cell, mute, plain, row
from exports.papers.figures import map_figure
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.model.pipeline import Pipeline


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.project.pipelines:
        return ()
    tr = matter.tr
    return (
        Document(
            id="funnel_map",
            title=tr("paper.funnel_map.title"),
            lead=plain(tr("paper.funnel_map.lead")),
            blocks=(map_figure(matter), _table(matter)),
        ),
    )


def _table(matter: Matter) -> Table:
    tr = matter.tr
    columns = (
        Column(tr("paper.col.funnel"), 1.2),
        Column(tr("paper.col.goal"), 1.5),
        Column(tr("paper.col.entry"), 1.5),
        Column(tr("paper.col.won_to"), 1.5),
        Column(tr("paper.col.lost_to"), 1.6),
        Column(tr("paper.col.leads"), 1.1),
    )
    rows = tuple(
        row(
            cell(bold(matter.name(pipeline)), mute(_for_whom(matter, pipeline))),
            pipeline.goal,
            pipeline.entry,
            _won(matter, pipeline),
            _lost(matter, pipeline),
            ", ".join(dict.fromkeys(stage.owner_role for stage in pipeline.stages if stage.owner_role)),
        )
        for pipeline in matter.project.pipelines
    )
    return Table(columns, rows, name=tr("paper.funnel_map.title"))


def _for_whom(matter: Matter, pipeline: Pipeline) -> str:
    return f"{matter.tr(f'subject.{pipeline.subject}')}, {matter.tr(f'chart.map.{pipeline.launch}')}"


def _won(matter: Matter, pipeline: Pipeline) -> Cell:
    when = matter.when(pipeline.won_route)
    there = matter.destination(pipeline.won_route)
    return cell(bold(matter.won(pipeline)), plain(f"→ {there}, {when}" if when else f"→ {there}"))


def _lost(matter: Matter, pipeline: Pipeline) -> Cell:
    """The funnels and ends that refusals lead to, each once."""
    ways: tuple[Words, ...] = tuple(
        plain(f"→ {place}") for place in dict.fromkeys(matter.aim(route) for route, _ in matter.lost_ways(pipeline))
    )
    return cell(*ways)


PAPER = Paper("funnel_map", build)
