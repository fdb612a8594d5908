"""The project as tables, for those who work in them: pipelines, stages, fields, reasons, routes, the checklist."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers import checklist
from exports.papers.document import Column, Row, Table, cell, row
from exports.papers.matter import Matter
from exports.papers.migration_table import move_table
from wizard.amocrm import desired
from wizard.amocrm.manual import TYPE_NAMES
from wizard.model.fields import Field
from wizard.model.pipeline import Pipeline
from wizard.model.routes import Route


def checklist_tables(matter: Matter) -> tuple[Table, ...]:
    """The checklist's tables; its steps stand on one sheet, each with its part of the work."""
    tables = tuple(block for paper in checklist.build(matter) for block in paper.blocks if isinstance(block, Table))
    sheet = matter.sheet
    title = matter.tr("checklist.title")
    whole = checklist.step_table(sheet, (), title)
    steps = tuple(
        Row((row(table.name).cells[0], *each.cells))
        for table in tables
        if table.columns == whole.columns
        for each in table.rows
    )
    columns = (Column(matter.tr("table.part"), 1.2), *whole.columns)
    rest = tuple(table for table in tables if table.columns != whole.columns)
    moves = (move_table(matter),) if matter.project.moves else ()
    return (Table(columns, steps, name=title, ticks=True), *rest, *moves)


def project_tables(matter: Matter) -> tuple[Table, ...]:
    return (_pipelines(matter), _stages(matter), field_table(matter), _reasons(matter), _routes(matter))


def _pipelines(matter: Matter) -> Table:
    tr = matter.tr
    titles = ("funnel", "launch", "goal", "who", "deal", "entry", "won", "won_proof", "lost", "key", "cycle")
    columns = tuple(Column(tr(f"table.{title}")) for title in titles)
    rows = tuple(
        row(
            matter.name(pipeline),
            tr(f"chart.map.{pipeline.launch}"),
            pipeline.goal,
            tr(f"subject.{pipeline.subject}"),
            pipeline.deal_is,
            pipeline.entry,
            matter.won(pipeline),
            pipeline.won.proof,
            matter.lost(pipeline),
            pipeline.stage(pipeline.key_stage).name if pipeline.key_stage else "",
            pipeline.cycle,
        )
        for pipeline in matter.pipelines
    )
    return Table(columns, rows, name=tr("table.pipelines"))


def _stages(matter: Matter) -> Table:
    tr = matter.tr
    titles = ("funnel", "number", "stage", "proof", "moves_when", "step", "role", "term", "fields", "newbie")
    columns = tuple(Column(tr(f"table.{title}")) for title in titles)
    rows = tuple(
        row(
            matter.name(pipeline),
            str(number),
            matter.starred(pipeline, stage),
            pipeline.proof_of(stage.id),
            pipeline.proof_after(stage.id),
            stage.step,
            stage.owner_role,
            matter.term(pipeline, stage),
            matter.fields(stage),
            stage.hints.newbie,
        )
        for pipeline in matter.pipelines
        for number, stage in enumerate(pipeline.stages, start=1)
    )
    return Table(columns, rows, name=tr("table.stages"))


def field_table(matter: Matter) -> Table:
    tr, project = matter.tr, matter.project
    shares = {"field": 1.2, "place": 0.8, "group": 1, "type": 0.8, "values": 2.2, "note": 1.4, "asked_in": 1.8}
    columns = tuple(Column(tr(f"table.{title}"), share) for title, share in shares.items())
    rows = tuple(
        row(
            field.name,
            tr(f"field_place.{field.place}"),
            field.group,
            tr(TYPE_NAMES[field.type]),
            " · ".join(project.option_names(field)),
            field.note,
            " · ".join(_asking(matter, field.id)),
        )
        for field in _fields(matter)
    )
    return Table(columns, rows, name=tr("table.fields_name"))


def _fields(matter: Matter) -> tuple[Field, ...]:
    """The fields these pipelines use, those nobody uses, and what is there already."""
    project, pipelines = matter.project, matter.pipelines
    wanted = {*desired.deal_fields(project, pipelines), *desired.other_fields(project, pipelines)}
    return tuple(field for field in project.fields if field in wanted or not field.created)


def _asking(matter: Matter, field: str) -> Iterator[str]:
    """The stages before whose end a field is filled in."""
    for pipeline in matter.pipelines:
        for stage in pipeline.stages:
            if field in stage.fields:
                yield f"{matter.name(pipeline)}: {matter.stage(stage)}"


def _reasons(matter: Matter) -> Table:
    tr, project = matter.tr, matter.project
    columns = tuple(Column(tr(f"table.{title}")) for title in ("reason", "comment", "kept_in", "used_in"))
    rows = tuple(
        row(
            reason.name,
            tr("table.yes") if reason.comment_required else "",
            project.field(reason.field).name if reason.field else tr("table.account_list"),
            " · ".join(matter.name(p) for p in matter.pipelines if any(use.reason == reason.id for use in p.losses)),
        )
        for reason in project.loss_reasons
    )
    return Table(columns, rows, name=tr("table.reasons"))


def _routes(matter: Matter) -> Table:
    """Every way out of every pipeline, and what people do while the funnel it leads to is not there."""
    tr, table = matter.tr, route_table(matter)
    by_hand = (route.fallback if route else "" for p in matter.pipelines for _, route in _ways(matter, p))
    rows = tuple(Row((*each.cells, cell(said))) for each, said in zip(table.rows, by_hand, strict=True))
    return Table((*table.columns, Column(tr("table.by_hand"), 2)), rows, name=table.name)


def route_table(matter: Matter) -> Table:
    """Every way out of every pipeline: after what, where to, when, and why."""
    tr = matter.tr
    shares = {"funnel": 1, "after": 1.2, "to": 1.6, "when": 0.9, "why": 1.3}
    columns = tuple(Column(tr(f"table.{title}"), share) for title, share in shares.items())
    rows = tuple(
        row(matter.name(pipeline), after, matter.place(route), matter.when(route), route.why if route else "")
        for pipeline in matter.pipelines
        for after, route in _ways(matter, pipeline)
    )
    return Table(columns, rows, name=tr("table.routes"))


def _ways(matter: Matter, pipeline: Pipeline) -> Iterator[tuple[str, Route | None]]:
    yield matter.won(pipeline), pipeline.won_route
    for use in pipeline.losses:
        yield matter.project.reason(use.reason).name, pipeline.route_of(use)
