"""The blocks in which amoCRM is set up: before, each funnel, the card, the loss reasons."""

from __future__ import annotations

from exports.checklist.markup import NOTHING, Html, copy, items, join, table, tag, text, tick
from exports.checklist.sheet import Row, Sheet, click_path, row_of
from wizard.amocrm.manual import TYPE_NAMES
from wizard.amocrm.wire import FieldView, PipelineView, StageView, reasons_in

_BY_HAND = ("required_built_in", "required_at_won", "required_at_lost", "loss_comment_required")


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


def pipeline_rows(sheet: Sheet, view: PipelineView) -> tuple[Row, ...]:
    """A funnel's own screen, top to bottom."""
    tr = sheet.tr
    count = len(view.stages)
    ends = [name for name in (view.won, view.lost) if name]
    rows = [
        Row(
            tr("checklist.do.pipeline"),
            sheet.place("where.new_pipeline"),
            copy(view.name),
            tr("checklist.check.pipeline"),
            minutes=2,
        ),
        Row(
            tr("checklist.do.stages"),
            sheet.place("where.stages"),
            items((_stage(stage) for stage in view.stages), ordered=True),
            tr.plural("checklist.check.stages", count),
            minutes=count + 2,
        ),
        Row(
            tr("checklist.do.ends"),
            sheet.place("where.end_names"),
            items(copy(name) for name in ends),
            tr("checklist.check.ends"),
            minutes=2,
        ),
        Row(
            tr("checklist.do.unsorted_on" if view.unsorted else "checklist.do.unsorted_off"),
            sheet.place("where.unsorted"),
            check=tr("checklist.check.unsorted_on" if view.unsorted else "checklist.check.unsorted_off"),
        ),
    ]
    if hints_of_pipeline(sheet, view):
        rows.append(
            Row(
                tr("checklist.do.hints"),
                sheet.place("where.hints"),
                text(tr("checklist.table_below")),
                tr("checklist.check.hints"),
                minutes=count + 3,
            )
        )
    return tuple(rows)


def _stage(stage: StageView) -> Html:
    swatch = tag("i", class_="swatch", style=f"background:{stage.colour}") if stage.colour else NOTHING
    return join((swatch, copy(stage.name)))


def hints_of_pipeline(sheet: Sheet, view: PipelineView) -> Html:
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


def card_rows(sheet: Sheet) -> tuple[Row, ...]:
    """The deal's card: sections, fields, what is required, and what only people can demand."""
    tr = sheet.tr
    below = text(tr("checklist.table_below"))
    rows = []
    groups = [group["name"] for group in sheet.body["custom_field_groups"]]
    if groups:
        rows.append(
            Row(
                tr("checklist.do.groups"),
                sheet.place("where.deal_field"),
                items(copy(name) for name in groups),
                tr("checklist.check.groups"),
                minutes=len(groups),
            )
        )
    if sheet.fields:
        where = sheet.place("where.deal_field")
        check = tr("checklist.check.fields")
        rows.append(Row(tr("checklist.do.fields"), where, below, check, minutes=len(sheet.fields)))
    rows += [row_of(line, check=tr("checklist.check.field")) for line in sheet.of("contact_field", "company_field")]
    if required := sheet.body["required_fields"]:
        where = sheet.place("where.required")
        check = tr("checklist.check.required", field=required[0]["field"], stage=required[0]["stages"][0])
        rows.append(Row(tr("checklist.do.required"), where, below, check, minutes=(len(required) + 1) // 2))
    if by_hand := sheet.of(*_BY_HAND):
        where = sheet.place("where.required")
        rows.append(Row(tr("checklist.do.by_hand"), where, below, tr("checklist.check.not_let"), minutes=len(by_hand)))
    return tuple(rows)


def field_table(sheet: Sheet) -> Html:
    """Every deal field with its section, type and values."""
    if not sheet.fields:
        return NOTHING
    tr = sheet.tr
    head = (
        tr("checklist.col.done"),
        tr("checklist.col.field"),
        tr("checklist.col.group"),
        tr("checklist.col.type"),
        tr("checklist.col.values"),
    )
    ordered = [field for group in _groups(sheet) for field in sheet.fields if field.group == group]
    rows = [
        (
            tick(field.name),
            copy(field.name),
            text(field.group or tr("checklist.main_group")),
            text(tr(TYPE_NAMES[field.type])),
            _values(field),
        )
        for field in ordered
    ]
    return join((tag("h3", text(tr("checklist.title.fields"))), table(head, rows, kind="fields")))


def _groups(sheet: Sheet) -> list[str]:
    return list(dict.fromkeys(field.group for field in sheet.fields))


def _values(field: FieldView) -> Html:
    return items(copy(value) for value in field.values) if field.values else NOTHING


def required_table(sheet: Sheet) -> Html:
    """Which fields are needed at which stages."""
    if not sheet.body["required_fields"]:
        return NOTHING
    tr = sheet.tr
    # Fields demanded at the same stages share a row: that is how they are ticked one after another.
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for row in sheet.body["required_fields"]:
        together.setdefault((row["pipeline"], tuple(row["stages"])), []).append(row["field"])
    head = (
        tr("checklist.col.pipeline"),
        tr("checklist.col.required_fields"),
        tr("checklist.col.required_stages"),
    )
    rows = [
        (text(pipeline), items(join((tick(name), text(name))) for name in names), text(" · ".join(stages)))
        for (pipeline, stages), names in together.items()
    ]
    return join((tag("h3", text(tr("checklist.title.required"))), table(head, rows, kind="required")))


def by_hand_table(sheet: Sheet) -> Html:
    """What is required but sent by no program."""
    tr = sheet.tr
    rows = [(tick(line.text), text(line.text), click_path(line.place)) for line in sheet.of(*_BY_HAND)]
    if not rows:
        return NOTHING
    head = (tr("checklist.col.done"), tr("checklist.col.do"), tr("checklist.col.where"))
    return join((tag("h3", text(tr("checklist.title.by_hand"))), table(head, rows, kind="by-hand")))


def reason_rows(sheet: Sheet) -> tuple[Row, ...]:
    names = reasons_in(sheet.body)
    if not names:
        return ()
    row = Row(
        sheet.tr("checklist.do.reasons"),
        sheet.place("where.loss_reasons"),
        items((copy(name) for name in names), ordered=True),
        sheet.tr.plural("checklist.check.reasons", len(names)),
        minutes=(len(names) + 2) // 3,
    )
    return (row,)
