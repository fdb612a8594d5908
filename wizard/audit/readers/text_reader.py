"""A pasted list: a stage a line, or a row with arrows; several funnels under headings or after blank lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.audit.found import Found, FoundPipeline
from wizard.audit.readers.limits import MAX_BYTES, of_usual_size, within_limits
from wizard.audit.readers.rows import from_rows
from wizard.audit.readers.system_stages import funnel
from wizard.audit.readers.text_lines import heading, is_list_label, parts


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
    blocks = _joined([block for block in _blocks(text) if block.lines])
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


def _joined(blocks: list[_Block]) -> list[_Block]:
    """A list with a blank line after every stage is one list."""
    bare = [block for block in blocks if not block.headed]
    single = all(len(block.lines) == 1 and len(parts(block.lines[0], alone=True)) == 1 for block in bare)
    if len(bare) < len(blocks) or not single or len(bare) < 2:
        return blocks
    return [_Block(lines=[line for block in bare for line in block.lines])]


def _pipelines(block: _Block) -> list[FoundPipeline]:
    """One funnel; or one for each line where every line is a row of stages."""
    alone = len(block.lines) == 1
    rows = [parts(line, alone=alone) for line in block.lines]
    if not alone and not block.headed and all(len(row) > 2 for row in rows):
        return [funnel("", row) for row in rows]
    return [funnel(block.name, (stage for row in rows for stage in row))]
