"""A pasted list: a stage a line, or a row with arrows; several funnels under headings or after blank lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.audit.found import Found, FoundPipeline
from wizard.audit.readers.limits import MAX_BYTES, of_usual_size, within_limits
from wizard.audit.readers.rows import from_rows
from wizard.audit.readers.system_stages import funnel
from wizard.audit.readers.text_lines import bare, heading, is_item, is_list_label, is_row, parts


@dataclass
class _Block:
    """Lines that belong together, with the heading over them."""

    name: str = ""
    headed: bool = False
    lines: list[str] = field(default_factory=list)


def from_text(text: str) -> Found:
    """The funnels of a pasted text."""
    of_usual_size(text[: MAX_BYTES + 1].encode("utf-8", "ignore"))
    table = _table(text)
    if table:
        return within_limits(from_rows(table))
    found = _with_lone_lines([block for block in _blocks(text) if block.lines])
    blocks = _joined([named for block in found for named in _named(block)])
    pipelines = tuple(pipeline for block in blocks for pipeline in _pipelines(block))
    return within_limits(Found(tuple(p for p in pipelines if p.stages or p.won or p.lost or p.unsorted)))


def _table(text: str) -> list[list[str]]:
    """Cells copied from a spreadsheet: several lines with as many tabs each; else nothing."""
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    return rows if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1 else []


def _blocks(text: str) -> list[_Block]:
    """Blank lines and headings part the text."""
    blocks = [_Block()]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line.strip():
            if blocks[-1].lines:
                blocks.append(_Block())
            continue
        titled = heading(line)
        if titled is None:
            blocks[-1].lines.append(line)
        elif is_list_label(titled[0]):
            blocks[-1].lines += [titled[1]] if titled[1] else []
        else:
            blocks.append(_Block(titled[0], headed=True, lines=[titled[1]] if titled[1] else []))
    return blocks


def _with_lone_lines(blocks: list[_Block]) -> list[_Block]:
    """A line by itself belongs to the rows, or to the list with numbers or bullets, below it."""
    found: list[_Block] = []
    for block in blocks:
        before = found[-1] if found else None
        lone = before and not before.headed and len(before.lines) == 1 and not is_row(before.lines[0])
        listed = not block.headed and (all(map(is_row, block.lines)) or all(map(is_item, block.lines)))
        if before and lone and listed and not is_item(before.lines[0]):
            before.lines += block.lines
        else:
            found.append(block)
    return found


def _named(block: _Block) -> list[_Block]:
    """A bare line over rows of stages, or over a list with numbers or bullets, is the name of a funnel."""
    first, *rest = block.lines
    if block.headed or not rest or is_row(first) or is_item(first):
        return [block]
    if all(map(is_item, rest)):
        return [_Block(bare(first), headed=True, lines=rest)]
    over = [n for n, line in enumerate(block.lines) if not is_row(line)]
    if any(n + 1 == len(block.lines) or n + 1 in over for n in over):
        return [block]
    ends = [*over[1:], len(block.lines)]
    return [
        _Block(bare(block.lines[n]), headed=True, lines=block.lines[n + 1 : end])
        for n, end in zip(over, ends, strict=True)
    ]


def _joined(blocks: list[_Block]) -> list[_Block]:
    """A list with a blank line after every stage is one list."""
    unnamed = [block for block in blocks if not block.headed]
    single = all(len(block.lines) == 1 and len(parts(block.lines[0], alone=True)) == 1 for block in unnamed)
    if len(unnamed) < len(blocks) or not single or len(unnamed) < 2:
        return blocks
    return [_Block(lines=[line for block in unnamed for line in block.lines])]


def _pipelines(block: _Block) -> list[FoundPipeline]:
    """One funnel; or one for each line where every line is a row of stages."""
    alone = len(block.lines) == 1
    rows = [parts(line, alone=alone) for line in block.lines]
    if not alone and not block.headed and all(len(row) > 2 for row in rows):
        return [funnel("", row) for row in rows]
    return [funnel(block.name, (stage for row in rows for stage in row))]
