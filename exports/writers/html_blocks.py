"""What each block of a paper becomes in HTML."""

from __future__ import annotations

from base64 import b64encode

from exports.papers.document import (
    Beside,
    Block,
    Bullets,
    Cell,
    Checklist,
    Facts,
    Figure,
    Heading,
    Look,
    Paragraph,
    Run,
    Table,
    Words,
)
from exports.writers.markup import NOTHING, Html, items, join, tag, text, tick


def written(block: Block) -> Html:
    """A block as an element."""
    match block:
        case Heading():
            made = tag(f"h{block.level + 1}", text(block.text))
        case Paragraph():
            made = tag("p", _words(block.words), class_=block.tone)
        case Bullets():
            made = items((_words(item) for item in block.items), ordered=block.ordered)
        case Checklist():
            ticked = (join((tick(_said(item)), _words(item))) for item in block.items)
            made = items(ticked, class_="checklist")
        case Facts():
            made = tag("dl", *(join((tag("dt", text(title)), tag("dd", _words(said)))) for title, said in block.pairs))
        case Table():
            made = _table(block)
        case Figure():
            made = _figure(block)
        case Beside():
            made = tag("div", *(_column(column) for column in (block.left, block.right)), class_="beside")
    return made


def _column(blocks: tuple[Block, ...]) -> Html:
    return tag("div", *(written(block) for block in blocks))


def _words(words: Words) -> Html:
    return join(_run(run) for run in words)


def _run(run: Run) -> Html:
    match run.look:
        case Look.PLAIN:
            return text(run.text)
        case Look.BOLD:
            return tag("strong", text(run.text))
        case Look.MUTE | Look.MARK:
            return tag("small", text(run.text), class_=run.look)


def _said(words: Words) -> str:
    return "".join(run.text for run in words)


def _table(table: Table) -> Html:
    shares = sum(column.share for column in table.columns)
    ticks = (tag("col", class_="tick"),) if table.ticks else ()
    widths = (tag("col", style=f"width:{100 * column.share / shares:.1f}%") for column in table.columns)
    box = (tag("th"),) if table.ticks else ()
    titles = (tag("th", text(column.title), scope="col") for column in table.columns)
    rows = (
        tag("tr", *(_cells(table, row.cells)), class_="strong") if row.strong else tag("tr", *_cells(table, row.cells))
        for row in table.rows
    )
    return tag(
        "table",
        tag("colgroup", *ticks, *widths),
        tag("thead", tag("tr", *box, *titles)),
        tag("tbody", *rows),
        class_="tall" if table.tall else "plain",
    )


def _cells(table: Table, cells: tuple[Cell, ...]) -> tuple[Html, ...]:
    label = next((_said(line) for cell in cells for line in cell.lines), table.name)
    box = (tag("td", tick(label)),) if table.ticks else ()
    return (*box, *(_cell(cell) for cell in cells))


def _cell(cell: Cell) -> Html:
    said = Html("<br>".join(_words(line) for line in cell.lines))
    return tag("td", said, style=f"border-left:4px solid {cell.colour}") if cell.colour else tag("td", said)


def _figure(figure: Figure) -> Html:
    source = f"data:image/svg+xml;base64,{b64encode(figure.svg).decode()}"
    caption = tag("figcaption", text(figure.caption)) if figure.caption else NOTHING
    width = f"width:{figure.width:.0%}"
    return tag("figure", tag("img", src=source, alt=figure.alt, style=width), caption)
