"""The deal's card: its fields, and what is required at which stages."""

from __future__ import annotations

from exports.checklist.sheet import Handed, Row, Sheet, click_path, row_of
from exports.writers.markup import NOTHING, Html, copy, items, join, table, tag, text, tick
from wizard.amocrm.manual import TYPE_NAMES
from wizard.amocrm.plan import Kind
from wizard.amocrm.wire import FieldView
from wizard.i18n.translator import Translator

_GROUPS, _FIELDS = "groups/", "fields/"
_BY_HAND = ("required_built_in", "required_at_won", "required_at_lost")


def card_rows(sheet: Sheet) -> tuple[Row, ...]:
    """The deal's card: sections, fields, what is required, and what only people can demand."""
    tr = sheet.tr
    below = Handed(said=(tr("checklist.table_below"),))
    rows = []
    groups = [group["name"] for group in sheet.body["custom_field_groups"]]
    if groups:
        rows.append(
            Row(
                tr("checklist.do.groups"),
                sheet.place("where.deal_field"),
                Handed(tuple(groups)),
                tr("checklist.check.groups"),
                minutes=len(groups),
                parts=(_GROUPS,),
            )
        )
    if sheet.fields:
        where = sheet.place("where.deal_field")
        check = tr("checklist.check.fields")
        minutes = len(sheet.fields)
        rows.append(Row(tr("checklist.do.fields"), where, below, check, minutes=minutes, parts=(_FIELDS,)))
    rows += [row_of(line, check=tr("checklist.check.field")) for line in sheet.of("contact_field", "company_field")]
    if required := sheet.body["required_fields"]:
        where = sheet.place("where.required")
        check = tr("checklist.check.required", field=required[0]["field"], stage=required[0]["stages"][0])
        minutes = (len(required) + 1) // 2
        rows.append(Row(tr("checklist.do.required"), where, below, check, minutes=minutes, parts=(_FIELDS,)))
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
    entered = {change.name for change in sheet.found.entered if change.kind == Kind.FIELD} if sheet.found else set()
    ordered = [field for group in _groups(sheet) for field in sheet.fields if field.group == group]
    rows = [
        (
            tick(field.name, done=field.name in entered),
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
        (text(pipeline), items(join((tick(name), text(name))) for name in names), text(_range(stages, tr)))
        for (pipeline, stages), names in together.items()
    ]
    return join((tag("h3", text(tr("checklist.title.required"))), table(head, rows, kind="required")))


def _range(stages: tuple[str, ...], tr: Translator) -> str:
    """Stages in a row, said by the first and the last one."""
    if len(stages) == 1:
        return tr("manual.quoted", name=stages[0])
    return tr("checklist.stage_range", first=stages[0], last=stages[-1])


def by_hand_table(sheet: Sheet) -> Html:
    """What is required but sent by no program."""
    tr = sheet.tr
    rows = [(tick(line.text), text(line.text), click_path(line.place)) for line in sheet.of(*_BY_HAND)]
    if not rows:
        return NOTHING
    head = (tr("checklist.col.done"), tr("checklist.col.do"), tr("checklist.col.where"))
    return join((tag("h3", text(tr("checklist.title.by_hand"))), table(head, rows, kind="by-hand")))
