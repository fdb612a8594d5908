"""Papers read back: the words of a file without the spaces and hyphens that lines are broken at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from pypdf import PdfReader

from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

# Spaces, and what is set where a line ends.
_SHOWN = {
    *("title", "lead", "blocks", "text", "words", "items", "pairs", "columns", "rows"),
    *("cells", "lines", "caption", "left", "right"),
}
_BETWEEN = re.compile("[\\s\u00ad\u200b\u2010-]+")


def squeezed(text: str) -> str:
    """A text as it can be compared with one that was broken into lines."""
    return _BETWEEN.sub("", text)


def pdf_text(data: bytes) -> str:
    return squeezed("\n".join(pdf_pages(data)))


def pdf_pages(data: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of an archive by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def missing(words: Iterator[str], text: str) -> list[str]:
    """The sentences that are not in a squeezed text: a longer text may be broken between two pages."""
    return [said for word in words for said in word.split(". ") if squeezed(said) not in text]


def words_of(project: Project, pipeline: Pipeline) -> Iterator[str]:
    """All that is typed about a pipeline's stages, ends and ways: names, facts, steps, fields, reasons."""
    yield from (pipeline.name, pipeline.goal, pipeline.entry, pipeline.won.name, pipeline.won.proof)
    for stage in pipeline.stages:
        yield from (stage.name, pipeline.proof_after(stage.id), stage.step, stage.owner_role)
        yield from (project.field(field).name for field in stage.fields)
    yield from (project.reason(use.reason).name for use in pipeline.losses)
    for route in pipeline.routes():
        if route.to is not None:
            target = project.pipeline(route.to.pipeline)
            yield target.name
            yield target.stage(route.to.stage).name if route.to.stage else ""


def docx_text(data: bytes) -> str:
    """The squeezed text of a Word document, its tables included."""
    body: Any = docx.Document(BytesIO(data)).element.body
    return squeezed("".join(body.itertext()))


def texts_of(block: Any) -> Iterator[str]:
    """Every text of a block or a document, however deep."""
    if isinstance(block, tuple):
        for part in block:
            yield from texts_of(part)
    elif is_dataclass(block):
        for field in fields(block):
            if field.name in _SHOWN:
                yield from texts_of(getattr(block, field.name))
    elif isinstance(block, str):
        yield block
