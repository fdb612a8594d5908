"""The blocks of the funnels' own screen: before, each funnel, the loss reasons."""

from __future__ import annotations

from exports.checklist.sheet import Handed, Row, Sheet
from exports.writers.markup import NOTHING, Html, copy, items, join, table, tag, text
from wizard.amocrm.plan import names
from wizard.amocrm.wire import PipelineView, reasons_in
from wizard.amocrm.writing import ENDS
from wizard.model.pipeline import Pipeline

_REASONS = "loss_reasons/"


def before_rows(sheet: Sheet) -> tuple[Row, ...]:
    tr = sheet.tr
    said = {
        "export_deals_first": (tr("checklist.do.export"), tr("checklist.check.export"), 5),
        "loss_reasons_on": (tr("checklist.do.loss_reasons_on"), tr("checklist.check.loss_reasons_on"), 3),
    }
    found = []
    for line in sheet.of(*said):
        do, check, minutes = said[line.kind]
        found.append(Row(do, line.place, check=check, minutes=minutes))
    return tuple(found)


def pipeline_rows(sheet: Sheet, view: PipelineView, pipeline: Pipeline) -> tuple[Row, ...]:
    """A funnel's own screen, top to bottom."""
    tr, here = sheet.tr, names.pipeline(pipeline.id)
    count = len(view.stages)
    ends = [name for name in (view.won, view.lost) if name]
    rows = [
        Row(
            tr("checklist.do.pipeline"),
            sheet.place("where.new_pipeline"),
            Handed((view.name,)),
            tr("checklist.check.pipeline"),
            minutes=2,
            parts=(here,),
        ),
        Row(
            tr("checklist.do.stages"),
            sheet.place("where.stages"),
            Handed(
                tuple(stage.name for stage in view.stages),
                ordered=True,
                colours=tuple(stage.colour for stage in view.stages),
            ),
            tr.plural("checklist.check.stages", count),
            minutes=count + 2,
            parts=(f"{here}/stages/", names.order(pipeline.id)),
        ),
        Row(
            tr("checklist.do.ends"),
            sheet.place("where.end_names"),
            Handed(tuple(ends)),
            tr("checklist.check.ends"),
            minutes=2,
            parts=tuple(names.end(pipeline.id, kind) for kind in ENDS),
        ),
        Row(
            tr("checklist.do.unsorted_on" if view.unsorted else "checklist.do.unsorted_off"),
            sheet.place("where.unsorted"),
            check=tr("checklist.check.unsorted_on" if view.unsorted else "checklist.check.unsorted_off"),
        ),
    ]
    if _hints_of(sheet, view):
        rows.append(
            Row(
                tr("checklist.do.hints"),
                sheet.place("where.hints"),
                Handed(said=(tr("checklist.in_appendix"),)),
                tr("checklist.check.hints"),
                minutes=count + 3,
            )
        )
    return tuple(rows)


def hint_tables(sheet: Sheet) -> Html:
    """The hints of every funnel, one table each."""
    found = ((view.name, _hints_of(sheet, view)) for view in sheet.views)
    return join(join((tag("h3", text(name)), hints)) for name, hints in found if hints)


def _hints_of(sheet: Sheet, view: PipelineView) -> Html:
    """The three hints of each stage, to copy."""
    tr = sheet.tr
    head = (
        tr("checklist.col.stage"),
        tr("checklist.hint.newbie"),
        tr("checklist.hint.candidate"),
        tr("checklist.hint.master"),
    )
    rows = []
    for entry in sheet.body["stage_hints"]:
        if entry["pipeline"] == view.name:
            texts = {said["level"]: said["description"] for said in entry["descriptions"]}
            levels = (texts.get(level, "") for level in ("newbie", "candidate", "master"))
            rows.append((tag("strong", text(entry["stage"])), *(copy(said) if said else NOTHING for said in levels)))
    return table(head, rows, kind="hints") if rows else NOTHING


def reason_rows(sheet: Sheet) -> tuple[Row, ...]:
    told = reasons_in(sheet.body)
    if not told:
        return ()
    row = Row(
        sheet.tr("checklist.do.reasons"),
        sheet.place("where.loss_reasons"),
        Handed(said=(sheet.tr("checklist.list_below"),)),
        sheet.tr.plural("checklist.check.reasons", len(told)),
        minutes=(len(told) + 2) // 3,
        parts=(_REASONS,),
    )
    return (row,)


def reason_list(sheet: Sheet) -> Html:
    """The account's reasons in their order, to copy one after another."""
    return items((copy(name) for name in reasons_in(sheet.body)), ordered=True, class_="reasons")
