"""Paragraphs and tables of WordprocessingML, built as they are.

The library looks a style up by its name for every paragraph and keeps every element in order, ten times slower.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docx.oxml.ns import qn
from lxml.etree import Element, SubElement

from exports.papers.document import Cell, Look, Table, Words, bold, cell, plain
from exports.writers.characters import xml_safe

BOX = "\N{BALLOT BOX}"
_SOFT = "5D6673"
_HEAD, _STRONG = "E9F3F1", "FFF8E1"
_TICK, _TALL = 450, 680  # in twentieths of a point
Styles = Mapping[str, str]


def paragraph(words: Words, style: str, *, keep: bool = False) -> Any:
    """A paragraph in a style, given by its id; `keep` holds it on the page of the next one."""
    made = Element(qn("w:p"))
    properties = _added(made, "w:pPr")
    _added(properties, "w:pStyle", val=style)
    if keep:
        _added(properties, "w:keepNext")
    for run in words:
        _run(made, xml_safe(run.text), run.look)
    return made


def _run(parent: Any, text: str, look: Look) -> None:
    made = _added(parent, "w:r")
    if look is not Look.PLAIN:
        properties = _added(made, "w:rPr")
        if look is Look.BOLD:
            _added(properties, "w:b")
        else:
            _added(properties, "w:color", val=_SOFT)
    said = _added(made, "w:t")
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    said.text = text


def table(given: Table, styles: Styles, *, width: int) -> Any:
    """A table of so many twentieths of a point; its head is repeated on every page, its rows stay whole."""
    widths = _widths(given, width)
    made = Element(qn("w:tbl"))
    properties = _added(made, "w:tblPr")
    _added(properties, "w:tblStyle", val=styles["Paper Table"])
    _added(properties, "w:tblW", w=str(sum(widths)), type="dxa")
    _added(properties, "w:tblLayout", type="fixed")
    grid = _added(made, "w:tblGrid")
    for wide in widths:
        _added(grid, "w:gridCol", w=str(wide))
    tick = (cell(BOX),) if given.ticks else ()
    style = styles["Paper Cell"]
    if any(column.title for column in given.columns):
        titles = (*tick, *(cell(bold(column.title)) for column in given.columns))
        head = _row(made, zip(titles, widths, strict=True), style=style, fill=_HEAD, keep=True)
        _added(head, "w:tblHeader")
    for each in given.rows:
        cells = zip((*tick, *each.cells), widths, strict=True)
        properties = _row(made, cells, style=style, fill=_STRONG if each.strong else "")
        if given.tall:
            _added(properties, "w:trHeight", val=str(_TALL), hRule="atLeast")
    return made


def _widths(given: Table, width: int) -> list[int]:
    ticks = [_TICK] if given.ticks else []
    shares = sum(column.share for column in given.columns)
    return [*ticks, *(int((width - sum(ticks)) * column.share / shares) for column in given.columns)]


def _row(parent: Any, cells: Iterable[tuple[Cell, int]], *, style: str, fill: str, keep: bool = False) -> Any:
    """A row that stays on one page; its properties are returned."""
    made = _added(parent, "w:tr")
    properties = _added(made, "w:trPr")
    _added(properties, "w:cantSplit")
    for said, wide in cells:
        place = _added(made, "w:tc")
        about = _added(place, "w:tcPr")
        _added(about, "w:tcW", w=str(wide), type="dxa")
        if colour := said.colour.lstrip("#").upper() or fill:
            _added(about, "w:shd", val="clear", color="auto", fill=colour)
        for line in said.lines or (plain(" "),):
            place.append(paragraph(line, style, keep=keep))
    return properties


def _added(parent: Any, tag: str, **attributes: str) -> Any:
    return SubElement(parent, qn(tag), {qn(f"w:{name}"): value for name, value in attributes.items()})
