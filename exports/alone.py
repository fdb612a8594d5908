"""Papers by themselves: each as PDF and for Word, those people read first in one file, and the tables as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from exports.exporter import Exporter, Options
from exports.papers.book import PAPERS, READING, bound, shelf
from exports.papers.document import Document, Letterhead, Table
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.papers.tables import checklist_tables, project_tables
from exports.writers import late
from wizard.model.project import Project

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Writer(Protocol):
    """What writes documents in a format."""

    def __call__(
        self, documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None
    ) -> bytes: ...


class NothingToSayError(ValueError):
    """The project has nothing to fill a paper with: no deals to move, say; `title` is the key of its name."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


@dataclass(frozen=True)
class Booklet:
    """One or several papers in one file; `title` is the key of its name."""

    id: str
    papers: tuple[str, ...]
    title: str

    def documents(self, matter: Matter) -> tuple[Document, ...]:
        """None where the project has nothing to fill them with."""
        return bound(shelf(matter, self.papers), self.papers)


BOOKLETS = (
    Booklet("reading", READING, "pack.reading"),
    *(Booklet(paper.id, (paper.id,), f"paper.{paper.id}.name") for paper in PAPERS),
)


def tables(matter: Matter) -> tuple[Table, ...]:
    return (*checklist_tables(matter), *project_tables(matter))


def _written(booklet: Booklet, write: Writer, project: Project, options: Options) -> bytes:
    matter = Matter(project, options)
    documents = booklet.documents(matter)
    if not documents:
        raise NothingToSayError(booklet.title)
    return write(documents, letterhead(matter), title=matter.tr(booklet.title), own=options.own)


def _xlsx(project: Project, options: Options) -> bytes:
    matter = Matter(project, options)
    return late.xlsx(tables(matter), letterhead(matter), title=matter.tr("pack.checklist"))


def _alone() -> Iterator[Exporter]:
    for each in BOOKLETS:
        yield Exporter(f"{each.id}-pdf", ".pdf", "application/pdf", partial(_written, each, late.pdf), title=each.title)
        yield Exporter(f"{each.id}-docx", ".docx", DOCX, partial(_written, each, late.docx), title=each.title)
    yield Exporter("checklist-xlsx", ".xlsx", XLSX, _xlsx, title="pack.checklist")


ALONE: tuple[Exporter, ...] = tuple(_alone())
