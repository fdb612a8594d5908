"""The tables below the steps of the checklist: fields, what is required, sources, tasks, test deals."""

from __future__ import annotations

from exports.checklist.sheet import Sheet
from exports.checklist.trial import trials
from exports.papers.document import Column, Table, Words, bold, cell, plain, row
from wizard.amocrm.manual import TYPE_NAMES


def field_table(sheet: Sheet) -> Table:
    tr = sheet.tr
    columns = (
        Column(tr("checklist.col.field"), 1.2),
        Column(tr("checklist.col.group"), 1),
        Column(tr("checklist.col.type"), 0.8),
        Column(tr("checklist.col.values"), 2.5),
    )
    rows = tuple(
        row(
            cell(bold(field.name)),
            field.group or tr("checklist.main_group"),
            tr(TYPE_NAMES[field.type]),
            " · ".join(field.values),
        )
        for field in sheet.fields
    )
    return Table(columns, rows, name=tr("checklist.title.fields"), ticks=True)


def required_table(sheet: Sheet) -> Table:
    """Which fields are needed at which stages of which funnel; those needed at the same ones share a row."""
    tr = sheet.tr
    columns = (
        Column(tr("checklist.col.pipeline"), 1),
        Column(tr("checklist.col.field"), 2),
        Column(tr("checklist.col.required_stages"), 2.6),
    )
    fields: dict[tuple[str, str], list[str]] = {}
    for each in sheet.body["required_fields"]:
        fields.setdefault((each["pipeline"], " · ".join(each["stages"])), []).append(each["field"])
    rows = tuple(row(pipeline, cell(bold(" · ".join(names))), stages) for (pipeline, stages), names in fields.items())
    by_hand = tuple(
        row(line.pipeline, line.text, line.where) for line in sheet.of("required_at_won", "required_at_lost")
    )
    return Table(columns, (*rows, *by_hand), name=tr("checklist.title.required"), ticks=True)


def source_table(sheet: Sheet) -> Table:
    """Who answers what comes from each source; names are written in by hand."""
    tr = sheet.tr
    columns = (
        Column(tr("checklist.col.source"), 1.2),
        Column(tr("checklist.col.pipeline"), 1),
        Column(tr("checklist.col.stage"), 1),
        Column(tr("checklist.col.responsible"), 1),
        Column(tr("checklist.col.evenings"), 1),
    )
    rows = tuple(
        row(cell(bold(line.subject)), line.pipeline, line.stage, "", "") for line in sheet.of("source", "base")
    )
    return Table(columns, rows, name=tr("checklist.title.sources"), ticks=True)


def task_table(sheet: Sheet) -> Table:
    tr = sheet.tr
    columns = (
        Column(tr("checklist.col.pipeline"), 1),
        Column(tr("checklist.col.entered"), 1),
        Column(tr("checklist.col.task"), 2),
        Column(tr("checklist.col.responsible"), 1),
    )
    rows = tuple(row(line.pipeline, line.stage, cell(bold(line.subject)), line.who) for line in sheet.of("task"))
    return Table(columns, rows, name=tr("checklist.title.tasks"), ticks=True)


def trial_table(sheet: Sheet) -> Table:
    """What to try with test deals and what has to happen."""
    tr = sheet.tr
    columns = (Column(tr("checklist.col.action"), 1), Column(tr("checklist.col.expected"), 1))
    rows = tuple(row(action, expected) for action, expected in trials(sheet))
    return Table(columns, rows, name=tr("checklist.block.trial"), ticks=True)


def hint_table(sheet: Sheet) -> Table:
    """The hints of every stage on amoCRM's three levels, to copy."""
    tr = sheet.tr
    columns = (
        Column(tr("checklist.col.pipeline"), 0.8),
        Column(tr("checklist.col.stage"), 0.9),
        Column(tr("checklist.hint.newbie"), 3.2),
        Column(tr("checklist.hint.candidate"), 2.4),
        Column(tr("checklist.hint.master"), 1.4),
    )
    rows = []
    for entry in sheet.body["stage_hints"]:
        texts = {said["level"]: said["description"] for said in entry["descriptions"]}
        levels = (texts.get(level, "") for level in ("newbie", "candidate", "master"))
        rows.append(row(entry["pipeline"], cell(bold(entry["stage"])), *levels))
    return Table(columns, tuple(rows), name=tr("checklist.block.hints"), ticks=True)


def agreed(sheet: Sheet) -> tuple[Words, ...]:
    """What people agree on because amoCRM holds none of it."""
    return tuple(plain(line.text) for line in sheet.of("agreement", "archive"))
