"""The specification for whoever sets the account up: fifteen sections, all of them from the project."""

from __future__ import annotations

from collections.abc import Iterator

from exports.checklist.sheet import Sheet, minutes
from exports.checklist.sheets import all_rows
from exports.papers import specification_tables as tables
from exports.papers.checklist_tables import required_table, source_table
from exports.papers.document import Block, Bullets, Document, Heading, Paragraph, Table, Words, plain
from exports.papers.matter import Matter
from exports.papers.migration_table import move_table
from exports.papers.paper import Paper
from exports.papers.tables import field_table

_REPORTS = ("paper.spec.report.numbers", "paper.spec.report.head", "paper.spec.report.reasons")
_TRAINING = ("paper.spec.training.memo", "paper.spec.training.test", "paper.spec.training.trial")
_ACCESS = ("paper.spec.access.admin", "paper.spec.access.triggers", "paper.spec.access.backup")
_NOT_IN = (
    "paper.spec.out.site",
    "paper.spec.out.ads",
    "paper.spec.out.phone",
    "paper.spec.out.base",
    "paper.spec.out.erp",
)
_INTEGRATIONS = ("paper.spec.link.sources", "paper.spec.link.others")
_SECTIONS = (
    "goals",
    "now",
    "funnels",
    "fields",
    "losses",
    "rights",
    "automation",
    "links",
    "moves",
    "reports",
    "acceptance",
    "training",
    "access",
    "hours",
    "out",
)


def build(matter: Matter) -> tuple[Document, ...]:
    if not matter.pipelines:
        return ()
    tr = matter.tr
    return (
        Document(
            id="specification",
            title=tr("paper.specification.title"),
            lead=plain(tr("paper.specification.lead")),
            blocks=tuple(_blocks(matter)),
            landscape=True,
        ),
    )


def _blocks(matter: Matter) -> Iterator[Block]:
    sheet = matter.sheet
    for number, (section, blocks) in enumerate(_sections(matter, sheet).items(), start=1):
        yield Heading(f"{number}. {matter.tr(f'paper.spec.{section}')}")
        yield from (block for block in blocks if not isinstance(block, Table) or block.rows)


def _sections(matter: Matter, sheet: Sheet) -> dict[str, tuple[Block, ...]]:
    """The blocks of every section, in the order of their numbers."""
    tr = matter.tr
    hours = tr.number(minutes(all_rows(sheet)) / 60, digits=1)
    blocks: tuple[tuple[Block, ...], ...] = (
        (tables.goal_table(matter),),
        (tables.state(matter), source_table(sheet)),
        tuple(tables.funnels(matter)),
        (field_table(matter), required_table(sheet)),
        (tables.way_table(matter), Bullets(tuple(plain(line.text) for line in sheet.of("agreement")))),
        (tables.right_table(matter),),
        (tables.automation_table(matter, sheet), Paragraph(plain(tr("paper.spec.automation.note")))),
        (_bullets(matter, _INTEGRATIONS),),
        (move_table(matter) if matter.project.moves else Paragraph(plain(tr("paper.spec.moves.none"))),),
        (_bullets(matter, _REPORTS),),
        (tables.acceptance_table(matter),),
        (_bullets(matter, _TRAINING),),
        (_bullets(matter, _ACCESS),),
        (Paragraph(matter.assumption(plain(tr("paper.spec.hours.what", hours=hours)))),),
        (_bullets(matter, _NOT_IN),),
    )
    return dict(zip(_SECTIONS, blocks, strict=True))


def _bullets(matter: Matter, keys: tuple[str, ...]) -> Bullets:
    said: tuple[Words, ...] = tuple(plain(matter.tr(key)) for key in keys)
    return Bullets(said)


PAPER = Paper("specification", build)
