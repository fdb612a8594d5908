"""Several papers in one file: those people read first as PDF, and all tables as a workbook."""

from __future__ import annotations

from exports.exporter import Exporter, Options
from exports.papers.book import READING, bound, shelf
from exports.papers.document import Document, Table
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.papers.tables import checklist_tables, project_tables
from exports.writers import pdf, xlsx
from wizard.model.project import Project

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def reading(matter: Matter) -> tuple[Document, ...]:
    return bound(shelf(matter, READING), READING)


def tables(matter: Matter) -> tuple[Table, ...]:
    return (*checklist_tables(matter), *project_tables(matter))


def _pdf(project: Project, options: Options) -> bytes:
    matter = Matter(project, options)
    return pdf.write(reading(matter), letterhead(matter), title=matter.tr("pack.reading"), own=options.own)


def _xlsx(project: Project, options: Options) -> bytes:
    matter = Matter(project, options)
    return xlsx.write(tables(matter), letterhead(matter), title=matter.tr("pack.checklist"))


TOGETHER = (
    Exporter("reading-pdf", ".pdf", "application/pdf", _pdf, title="pack.reading"),
    Exporter("checklist-xlsx", ".xlsx", _WORKBOOK, _xlsx, title="pack.checklist"),
)
