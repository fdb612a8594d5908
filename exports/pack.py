"""Packs: what people take away from a project, as one archive with names anybody understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from exports import amocrm_json, checklist_html, project_yaml
from exports.exporter import Exporter, Files, Options
from exports.papers.book import MEMO, READING, bound, shelf
from exports.papers.document import Document
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.papers.tables import checklist_tables, project_tables
from exports.parts import Part, made
from exports.writers import late
from exports.zipped import zipped
from wizard.model.project import Project

Papers = Mapping[str, tuple[Document, ...]]


def render(project: Project, options: Options) -> bytes:
    return zipped(files(project, options))


def files(project: Project, options: Options) -> Files:
    matter = Matter(project, options)
    yield from made(pack_parts(matter, shelf(matter, (*READING, MEMO))))


def pack_parts(matter: Matter, papers: Papers) -> Iterator[Part]:
    """The small pack: what everybody needs, and no more."""
    project, options, tr, head = matter.project, matter.options, matter.tr, letterhead(matter)
    for title, documents in ((tr("pack.reading"), bound(papers, READING)), (tr("pack.memo"), bound(papers, (MEMO,)))):
        if documents:
            yield f"{title}.pdf", partial(late.pdf, documents, head, title=title, own=options.own)
    checklist = tr("pack.checklist")
    tables = (*checklist_tables(matter), *project_tables(matter))
    yield f"{checklist}.html", partial(checklist_html.render, project, options)
    yield f"{checklist}.xlsx", partial(late.xlsx, tables, head, title=checklist)
    yield f"{tr('pack.project')}.yaml", partial(project_yaml.render, project, options)
    yield f"{tr('pack.amocrm')}.json", partial(amocrm_json.render, project, options)


EXPORTER = Exporter("pack", "pack.zip", "application/zip", render, files=files)
