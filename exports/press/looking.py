"""Makes what there is to see of a file before it is taken; only the process that makes files does."""

from __future__ import annotations

import exports
from exports.alone import BOOKLETS, tables
from exports.papers.document import Table
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.press.job import Job
from exports.press.preview import Preview, Sheet
from exports.writers.pages import pages

PPI = 110
# Nobody leafs through more, and a hundred funnels would make hundreds of pictures.
MOST_DOCUMENTS = 30
MOST_ROWS = 500


def of(job: Job) -> Preview:
    matter = Matter(job.project, job.options)
    if job.format == "checklist-html":
        return Preview(html=exports.exporter(job.format).render(job.project, job.options).decode())
    if job.format == "checklist-xlsx":
        full = tuple(table for table in tables(matter) if table.rows)
        return Preview(sheets=tuple(map(_sheet, full)), cut=any(len(table.rows) > MOST_ROWS for table in full))
    booklet = next(each for each in BOOKLETS if each.id == job.format.rpartition("-")[0])
    documents = booklet.documents(matter)
    shown = documents[:MOST_DOCUMENTS]
    if not shown:
        return Preview()
    return Preview(pages=pages(shown, letterhead(matter), ppi=PPI), cut=len(shown) < len(documents))


def _sheet(table: Table) -> Sheet:
    rows = tuple(
        tuple("\n".join("".join(run.text for run in line) for line in cell.lines) for cell in row.cells)
        for row in table.rows[:MOST_ROWS]
    )
    return Sheet(table.name, tuple(column.title for column in table.columns), rows)
