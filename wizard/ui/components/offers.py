"""What is offered to take away: first what everybody needs, more on request."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers import before_after, migration_table
from exports.papers.matter import Matter
from wizard.i18n.translator import Translator
from wizard.ui.components.files import Offer

ON_REQUEST = (
    "head_page",
    "owner_numbers",
    "qualification_script",
    "what_if",
    "test",
    "migration_table",
    "specification",
    "protocol",
    "launch_order",
    "before_after",
)
# Papers for which many a project has nothing to say.
_SELDOM = {paper.id: paper for paper in (migration_table.PAPER, before_after.PAPER)}


def alone(exporter: str, tr: Translator, *, main: bool = False) -> Offer:
    """A file that has one format."""
    titles = tr(f"export.{exporter}.title"), tr(f"export.{exporter}.what")
    return Offer(exporter, *titles, ((exporter, tr(f"export.{exporter}.button")),), main=main)


def on_request(paper: str, tr: Translator) -> Offer:
    """A paper to read or to change."""
    name, what = tr(f"paper.{paper}.name"), tr(f"export.paper.{paper}")
    return Offer(paper, name, what, ((f"{paper}-pdf", "PDF"), (f"{paper}-docx", "Word")), looks=True)


def pack(tr: Translator) -> Offer:
    """The page's main one."""
    return alone("pack", tr, main=True)


def first(matter: Matter, tr: Translator) -> Iterator[Offer]:
    """What is in the pack, one by one."""
    take = tr("export.take")
    if matter.pipelines:
        yield Offer("reading", tr("pack.reading"), tr("export.reading"), (("reading-pdf", take),), looks=True)
        yield Offer("memo", tr("paper.memo.name"), tr("export.memo"), (("memo-pdf", take),), looks=True)
    title, what = tr("paper.checklist.name"), tr("export.checklist-html.what")
    yield Offer("checklist", title, what, (("checklist-html", take),), looks=True)


def more(matter: Matter, tr: Translator) -> Iterator[Offer]:
    title, what = tr("export.tables"), tr("export.tables_what")
    yield Offer("tables", title, what, (("checklist-xlsx", "Excel"),), looks=True)
    for paper in ON_REQUEST if matter.pipelines else ():
        if paper not in _SELDOM or _SELDOM[paper].build(matter):
            yield on_request(paper, tr)
    yield alone("pack-full", tr)
