"""Each paper alone, in any format: for those who want one of them, and to be looked at before it is downloaded."""

from __future__ import annotations

from functools import partial

from exports.exporter import Exporter, Options
from exports.papers.book import PAPERS, shelf
from exports.papers.document import Document, Letterhead
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.writers import docx, html, pdf
from wizard.model.project import Project

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMATS = {"pdf": ("application/pdf", pdf.write), "docx": (_WORD, docx.write), "html": ("text/html", html.write)}


class NothingToSayError(ValueError):
    """The project has nothing to fill a paper with: no deals to move, no time before."""


def preview(project: Project, options: Options, *, paper: str, ppi: float = 80) -> tuple[bytes, ...]:
    """The pages of a paper as PNG."""
    documents, head = _said(project, options, paper)
    return pdf.pages(documents, head, ppi=ppi, own=options.own)


def _render(paper: str, kind: str, project: Project, options: Options) -> bytes:
    documents, head = _said(project, options, paper)
    _, write = _FORMATS[kind]
    return write(documents, head, own=options.own)


def _said(project: Project, options: Options, paper: str) -> tuple[tuple[Document, ...], Letterhead]:
    matter = Matter(project, options)
    papers = shelf(matter, (paper,))
    if paper not in papers:
        raise NothingToSayError(paper)
    return papers[paper], letterhead(matter)


def _exporter(paper: str, kind: str) -> Exporter:
    name, (media_type, _) = paper.replace("_", "-"), _FORMATS[kind]
    return Exporter(
        f"{name}-{kind}", f".{kind}", media_type, partial(_render, paper, kind), title=f"paper.{paper}.name"
    )


# By paper and format; the checklist has a page of its own kind already.
SINGLE: dict[tuple[str, str], Exporter] = {
    (paper.id, kind): _exporter(paper.id, kind)
    for paper in PAPERS
    for kind in _FORMATS
    if (paper.id, kind) != ("checklist", "html")
}
