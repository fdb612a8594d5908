"""Documents for Word: real styles, table heads repeated on every page, page numbers, the same bytes each time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt

from exports.papers.document import Document, Letterhead
from exports.writers.characters import xml_safe
from exports.writers.docx_blocks import written
from exports.writers.docx_styles import base, page_field, style_ids
from exports.writers.own import is_png, own_file
from exports.writers.raster import png
from exports.zipped import rezipped

_MOMENT = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the format knows no zones
_SHORT, _LONG, _MARGIN = Mm(210), Mm(297), Mm(17)
_LOGO_HEIGHT = Mm(8)


def write(documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None) -> bytes:
    """The documents one after another, each on a page of its own; `paper.docx` of one's own gives the styles."""
    theirs = own_file(own, "paper.docx") or b""
    made = docx.Document(BytesIO(base(theirs, language=letterhead.language)))
    styles = style_ids(made)
    _properties(made, letterhead, title or documents[0].title)
    for number, document in enumerate(documents):
        section = made.sections[0] if number == 0 else made.add_section(WD_SECTION.NEW_PAGE)
        width = _turned(section, document, ours=not theirs)
        if number == 0:
            _head_and_foot(section, letterhead)
        made.add_heading(xml_safe(document.title), level=1)
        if document.lead:
            made.add_paragraph(xml_safe("".join(run.text for run in document.lead)), style="Subtitle")
        for block in document.blocks:
            written(made, block, styles, width=width)
        _flatten_end(made)
    saved = BytesIO()
    made.save(saved)
    return rezipped(saved.getvalue())


def _flatten_end(made: Any) -> None:
    """After a table Word wants a paragraph: at the foot of a full page it would make one more, empty page."""
    last = made.paragraphs[-1]
    if not last.text:
        last.paragraph_format.space_before = last.paragraph_format.space_after = Pt(0)
        last.paragraph_format.line_spacing = Pt(1)


def _properties(made: Any, letterhead: Letterhead, title: str) -> None:
    properties = made.core_properties
    properties.title, properties.author = xml_safe(title)[:255], xml_safe(letterhead.company)[:255]
    properties.comments, properties.language = "", letterhead.language
    properties.created = properties.modified = _MOMENT


def _turned(section: Any, document: Document, *, ours: bool) -> int:
    """Lays the page as the paper wants it; the room between its margins is returned."""
    wide = document.landscape
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    if ours:
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    return int(section.page_width - section.left_margin - section.right_margin)


def _head_and_foot(section: Any, letterhead: Letterhead) -> None:
    """Whose paper it is above, what assumptions are and the page below; later sections take them over."""
    said = " · ".join(part for part in (letterhead.company, letterhead.date, letterhead.version) if part)
    head = section.header.paragraphs[0]
    if letterhead.logo:
        picture = letterhead.logo if is_png(letterhead.logo) else png(letterhead.logo)
        head.add_run().add_picture(BytesIO(picture), height=_LOGO_HEIGHT)
        head.add_run("  ")
    head.add_run(xml_safe(said))
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{letterhead.note}\t\t{letterhead.page} ")
    page_field(foot, "PAGE")
    foot.add_run(" / ")
    page_field(foot, "NUMPAGES")
