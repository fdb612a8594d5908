"""A table of stages: one column, columns of funnel and stage, or a column for each funnel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wizard.audit.found import Found, FoundPipeline, Note, cleaned
from wizard.audit.readers.system_stages import funnel
from wizard.audit.words import is_called

Row = Sequence[str]
# A list of deals names a stage many times; a list of stages seldom twice.
_OF_DEALS = 2


def from_rows(rows: Iterable[Sequence[object]], *, name: str = "") -> Found:
    """The funnels of a table; `name` is that of a table with one funnel."""
    table = _squared([[cleaned(cell) for cell in row] for row in rows])
    if not table:
        return Found(())
    titles = [is_called(title, "columns") for title in table[0]]
    if "stage" in titles:
        return _titled(table[1:], titles, name)
    table = _without_numbers(table)
    width = len(table[0]) if table else 0
    if width == 1:
        return Found((funnel(name, [row[0] for row in table]),))
    if width == 2 and _repeats(table):
        return _long(table, 0, stage=1, name=name)
    return Found(tuple(_column(table, place) for place in range(width)))


def _squared(table: list[list[str]]) -> list[list[str]]:
    """The table without empty rows and columns, all rows equally long."""
    table = [row for row in table if any(row)]
    width = max((len(row) for row in table), default=0)
    table = [row + [""] * (width - len(row)) for row in table]
    used = [place for place in range(width) if any(row[place] for row in table)]
    return [[row[place] for place in used] for row in table]


def _without_numbers(table: list[list[str]]) -> list[list[str]]:
    """The table without a column that only counts."""
    width = len(table[0])
    kept = [n for n in range(width) if not all(_counts(row[n]) for row in table)]
    return _squared([[row[n] for n in kept] for row in table])


def _counts(cell: str) -> bool:
    return not cell or cell.rstrip(".)").isdigit() or is_called(cell, "columns") == "number"


def _titled(table: list[list[str]], titles: list[str | None], name: str) -> Found:
    stage = titles.index("stage")
    if "pipeline" in titles:
        return _long(table, titles.index("pipeline"), stage=stage, name=name)
    stages = [row[stage] for row in table]
    return _found([(name, stages)])


def _repeats(table: list[list[str]]) -> bool:
    """Whether the first of two columns names funnels: the same again, or nothing under the first one."""
    first = [row[0] for row in table if row[1]]
    return len({name for name in first if name}) <= 2 * len(first) / 3


def _long(table: list[list[str]], pipeline: int, *, stage: int, name: str) -> Found:
    """A row for each stage; an empty funnel is the one above, as merged cells leave it."""
    last, groups = name, dict[str, list[str]]()
    for row in table:
        last = row[pipeline] or last
        groups.setdefault(last, []).append(row[stage])
    return _found(list(groups.items()))


def _column(table: list[list[str]], place: int) -> FoundPipeline:
    title, *stages = (row[place] for row in table)
    return funnel(title, stages)


def _found(groups: list[tuple[str, list[str]]]) -> Found:
    """The funnels; where the rows were deals, each stage counts once."""
    rows = sum(len(stages) for _, stages in groups)
    different = sum(len(set(stages)) for _, stages in groups)
    of_deals = rows > _OF_DEALS * max(different, 1)
    pipelines = tuple(funnel(name, dict.fromkeys(stages) if of_deals else stages) for name, stages in groups)
    return Found(pipelines, notes=(Note("order_of_deals"),) if of_deals else ())
