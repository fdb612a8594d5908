"""What each block of a paper becomes in a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from exports.papers.document import (
    Beside,
    Block,
    Bullets,
    Checklist,
    Column,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Table,
    Tone,
    bold,
    cell,
    mute,
    plain,
    row,
)
from exports.writers.characters import xml_safe
from exports.writers.docx_parts import BOX, Styles, paragraph, table
from exports.writers.raster import png

_TONES = {
    Tone.BODY: "Normal",
    Tone.LEAD: "Subtitle",
    Tone.NOTE: "Paper Note",
    Tone.ALERT: "Paper Alert",
    Tone.PHRASE: "Paper Phrase",
}
_WIDEST = 0.66  # of the page, for a picture
_TWENTIETH = 635  # of a point, in the units of the library


def written(made: Any, block: Block, styles: Styles, *, width: int) -> None:
    """Adds a block to the end; `width` is the room between the margins."""
    match block:
        case Figure():
            _figure(made, block, width=width)
        case Beside():
            # Word has room below: columns are for a page that is set to fit.
            for inner in (*block.left, *block.right):
                written(made, inner, styles, width=width)
        case _:
            end = made.element.body.sectPr
            for element in _elements(block, styles, width=width // _TWENTIETH):
                end.addprevious(element)


def _elements(block: Block, styles: Styles, *, width: int) -> Iterator[Any]:
    match block:
        case Heading():
            yield paragraph(plain(block.text), styles[f"Heading {block.level + 1}"])
        case Paragraph():
            yield paragraph(block.words, styles[_TONES[block.tone]])
        case Bullets():
            yield from _list(block, styles)
        case Checklist():
            for item in block.items:
                yield paragraph((*mute(f"{BOX} "), *item), styles["Normal"])
        case Facts():
            rows = tuple(row(cell(mute(title)), cell(said)) for title, said in block.pairs)
            yield table(Table((Column("", 1), Column("", 2.6)), rows), styles, width=width)
            yield paragraph((), styles["Paper Note"])
        case Table():
            yield table(block, styles, width=width)
            yield paragraph((), styles["Paper Note"])


def _list(block: Bullets, styles: Styles) -> Iterator[Any]:
    """Numbers are written out: lists of Word go on counting through the whole document."""
    for number, item in enumerate(block.items, start=1):
        if block.ordered:
            yield paragraph((*bold(f"{number}. "), *item), styles["Normal"])
        else:
            yield paragraph(item, styles["List Bullet"])


def _figure(made: Any, figure: Figure, *, width: int) -> None:
    shape = made.add_picture(BytesIO(png(figure.svg)), width=int(width * min(figure.width, _WIDEST)))
    shape._inline.docPr.set("descr", xml_safe(figure.alt))  # noqa: SLF001 - the library has no descriptions
    if figure.caption:
        made.add_paragraph(xml_safe(figure.caption), style="Caption")
