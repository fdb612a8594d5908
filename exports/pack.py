"""Packs: what people take away from a project, as one archive with names anybody understands."""

from __future__ import annotations

from collections.abc import Mapping

from exports import amocrm_json, checklist_html, project_yaml
from exports.exporter import Exporter, Files, Options
from exports.papers.book import MEMO, READING, bound, shelf
from exports.papers.document import Document
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.papers.tables import checklist_tables, project_tables
from exports.writers import pdf, xlsx
from exports.zipped import zipped
from wizard.model.project import Project

Papers = Mapping[str, tuple[Document, ...]]


def render(project: Project, options: Options) -> bytes:
    return zipped(files(project, options))


def files(project: Project, options: Options) -> Files:
    matter = Matter(project, options)
    yield from pack_files(matter, shelf(matter, (*READING, MEMO)))


def pack_files(matter: Matter, papers: Papers) -> Files:
    """The small pack: what everybody needs, and no more."""
    project, options, tr, head = matter.project, matter.options, matter.tr, letterhead(matter)
    for title, documents in ((tr("pack.reading"), bound(papers, READING)), (tr("pack.memo"), bound(papers, (MEMO,)))):
        if documents:
            yield f"{title}.pdf", pdf.write(documents, head, title=title, own=options.own)
    checklist = tr("pack.checklist")
    yield f"{checklist}.html", checklist_html.render(project, options)
    yield f"{checklist}.xlsx", xlsx.write((*checklist_tables(matter), *project_tables(matter)), head, title=checklist)
    yield f"{tr('pack.project')}.yaml", project_yaml.render(project, options)
    yield f"{tr('pack.amocrm')}.json", amocrm_json.render(project, options)


EXPORTER = Exporter("pack", "pack.zip", "application/zip", render, files=files)
