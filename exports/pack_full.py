"""The whole pack: every paper as PDF and for Word, the pictures, and all that the small pack holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exports.exporter import Exporter, Files, Options
from exports.pack import Papers, pack_parts
from exports.papers.book import MEMO, READING, shelf
from exports.papers.document import Beside, Block, Document, Figure
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.parts import Part, made
from exports.writers import late
from exports.zipped import zipped
from wizard.model.project import Project


def render(project: Project, options: Options) -> bytes:
    return zipped(files(project, options))


def files(project: Project, options: Options) -> Files:
    matter = Matter(project, options)
    papers = shelf(matter)
    yield from made((*pack_parts(matter, papers), *_papers(matter, papers)))


def _papers(matter: Matter, papers: Papers) -> Iterator[Part]:
    head, own, tr = letterhead(matter), matter.options.own, matter.tr
    for number, (paper, documents) in enumerate(papers.items(), start=1):
        title = tr(f"paper.{paper}.name")
        name = f"{number:02} {title}"
        # What the small pack has set already is not set again.
        if paper not in (*READING, MEMO):
            yield f"PDF/{name}.pdf", partial(late.pdf, documents, head, title=title, own=own)
        yield f"Word/{name}.docx", partial(late.docx, documents, head, title=title, own=own)
        for place, figure in enumerate(figures_of(documents), start=1):
            picture = f"{tr('pack.pictures')}/{name} {place}"
            yield f"{picture}.svg", partial(bytes, figure.svg)
            yield f"{picture}.png", partial(late.png, figure.svg)


def figures_of(documents: tuple[Document, ...]) -> Iterator[Figure]:
    """The pictures of a paper, however deep they stand."""
    blocks: list[Block] = [block for document in documents for block in document.blocks]
    while blocks:
        block = blocks.pop(0)
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Beside):
            blocks[:0] = [*block.left, *block.right]


EXPORTER = Exporter("pack-full", "pack-full.zip", "application/zip", render, files=files)
