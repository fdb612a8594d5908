"""The set-up checklist as a paper: the rows of the page to tick, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.checklist import card, people, setup
from exports.checklist.sheet import Row as Step
from exports.checklist.sheet import Sheet, click_path
from exports.checklist.sheets import last_rows
from exports.papers.checklist_tables import (
    agreed,
    field_table,
    hint_table,
    required_table,
    source_table,
    task_table,
    trial_table,
)
from exports.papers.document import (
    Block,
    Bullets,
    Checklist,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Tone,
    bold,
    cell,
    plain,
    row,
)
from exports.papers.matter import Matter
from exports.papers.paper import Paper
from wizard.amocrm.wire import reasons_in

_BEFORE = (
    "checklist.before.who",
    "checklist.before.date",
    "checklist.before.when",
    "checklist.before.sources",
    "checklist.before.button",
)
_LATER = ("checklist.later.facts", "checklist.later.empty", "checklist.later.other", "checklist.later.review")


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.pipelines:
        return ()
    tr, sheet = matter.tr, matter.sheet
    return (
        Document(
            id="checklist",
            title=tr("checklist.title"),
            lead=plain(tr("checklist.may_differ")),
            blocks=tuple(_blocks(sheet)),
            landscape=True,
        ),
    )


def _blocks(sheet: Sheet) -> Iterator[Block]:
    tr = sheet.tr
    if sheet.body["draft"]:
        yield Paragraph(plain(tr("checklist.draft")), Tone.ALERT)
    yield Heading(tr("checklist.block.before"))
    yield Bullets(tuple(plain(tr(key)) for key in _BEFORE))
    yield step_table(sheet, setup.before_rows(sheet), tr("checklist.block.before"))
    for view, pipeline in zip(sheet.views, sheet.pipelines, strict=True):
        title = tr("checklist.block.pipeline", pipeline=view.name)
        yield from _section(title, step_table(sheet, setup.pipeline_rows(sheet, view, pipeline), title))
    card_title = tr("checklist.block.card")
    tables = (field_table(sheet), required_table(sheet))
    yield from _section(card_title, step_table(sheet, card.card_rows(sheet), card_title), *tables)
    if names := reasons_in(sheet.body):
        title = tr("checklist.block.reasons")
        listed = Checklist(tuple(plain(name) for name in names))
        yield from _section(title, step_table(sheet, setup.reason_rows(sheet), title), listed)
    title = tr("checklist.block.people")
    tables = (source_table(sheet), task_table(sheet))
    yield from _section(title, step_table(sheet, people.people_rows(sheet), title), *tables)
    yield from _section(tr("checklist.block.agreements"), Bullets(agreed(sheet)))
    title = tr("checklist.block.trial")
    yield from _section(title, step_table(sheet, last_rows(sheet), title), trial_table(sheet))
    yield from _section(tr("checklist.block.later"), Checklist(tuple(plain(tr(key)) for key in _LATER)))
    yield from _section(tr("checklist.block.hints"), hint_table(sheet))


def _section(title: str, *blocks: Block) -> Iterator[Block]:
    """A heading with what stands below it; nothing where all of it is empty."""
    full = tuple(block for block in blocks if not isinstance(block, Table) or block.rows)
    if full:
        yield Heading(title)
        yield from full


def step_table(sheet: Sheet, steps: Iterable[Step], name: str) -> Table:
    """Things to do, one a row, with a box to tick."""
    tr = sheet.tr
    columns = (
        Column(tr("checklist.col.do"), 1.5),
        Column(tr("checklist.col.where"), 1.6),
        Column(tr("checklist.col.copy"), 1.8),
        Column(tr("checklist.col.check"), 1.6),
        Column(tr("checklist.col.minutes"), 0.5),
        Column(tr("checklist.col.who"), 0.9),
    )
    rows = tuple(
        row(
            cell(bold(step.do)),
            str(click_path(step.place)),
            cell(*step.copy.lines),
            step.check,
            str(step.minutes),
            tr(step.who),
        )
        for step in steps
    )
    return Table(columns, rows, name=name, ticks=True)


PAPER = Paper("checklist", build)
