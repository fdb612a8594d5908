"""Papers by themselves, each in any format; those people read first in one file, and the tables as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from exports.exporter import Exporter, Options
from exports.papers.book import PAPERS, READING, bound, shelf
from exports.papers.document import Document, Table
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.papers.tables import checklist_tables, project_tables
from exports.writers import docx, html, pdf, xlsx
from wizard.model.project import Project

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class NothingToSayError(ValueError):
    """The project has nothing to fill a paper with: no deals to move, no time before."""


class Form(NamedTuple):
    """A format any paper may have."""

    suffix: str
    media_type: str
    write: Callable[..., bytes]


_FORMS = (
    Form("pdf", "application/pdf", pdf.write),
    Form("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.write),
    Form("html", "text/html", html.write),
)


@dataclass(frozen=True)
class Booklet:
    """One or several papers in one file; `title` is the key of its name."""

    id: str
    papers: tuple[str, ...]
    title: str

    def documents(self, matter: Matter) -> tuple[Document, ...]:
        """None where the project has nothing to fill them with."""
        return bound(shelf(matter, self.papers), self.papers)

    def format(self, suffix: str) -> str:
        """The id of its exporter: words are joined by hyphens where people type them."""
        return f"{self.id.replace('_', '-')}-{suffix}"


BOOKLETS = (
    Booklet("reading", READING, "pack.reading"),
    *(Booklet(paper.id, (paper.id,), f"paper.{paper.id}.name") for paper in PAPERS),
)


def booklet(id_: str) -> Booklet:
    """The booklet with this id; KeyError when there is none."""
    for known in BOOKLETS:
        if known.id == id_:
            return known
    raise KeyError(id_)


def tables(matter: Matter) -> tuple[Table, ...]:
    return (*checklist_tables(matter), *project_tables(matter))


def _written(each: Booklet, form: Form, project: Project, options: Options) -> bytes:
    matter = Matter(project, options)
    documents, title = each.documents(matter), matter.tr(each.title)
    if not documents:
        raise NothingToSayError(title)
    return form.write(documents, letterhead(matter), title=title, own=options.own)


def _xlsx(project: Project, options: Options) -> bytes:
    matter = Matter(project, options)
    return xlsx.write(tables(matter), letterhead(matter), title=matter.tr("pack.checklist"))


def _alone() -> Iterator[Exporter]:
    for each in BOOKLETS:
        for form in _FORMS:
            # The checklist has a page of its own kind already.
            if (each.id, form.suffix) != ("checklist", "html"):
                make = partial(_written, each, form)
                suffix = f".{form.suffix}"
                yield Exporter(each.format(form.suffix), suffix, form.media_type, make, title=each.title)
    yield Exporter("checklist-xlsx", ".xlsx", XLSX, _xlsx, title="pack.checklist")


ALONE: tuple[Exporter, ...] = tuple(_alone())
