"""A table copied from Excel: its cells, what each row would change, and the rows that are left to be put right."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from wizard.i18n.catalogue import languages
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.rehearsal import same_words
from wizard.table.rows import COLUMNS, Bad, Row, cells, row

LONGEST = 100_000


@dataclass(frozen=True)
class Pasted:
    """A row as it stands in what was pasted (from 1), and what it says."""

    number: int
    name: str
    line: str
    row: Row
    changes: dict[str, str] = field(default_factory=dict)  # what would be said otherwise, by column

    @property
    def is_good(self) -> bool:
        return not self.row.bad

    @property
    def is_new(self) -> bool:
        return self.row.stage is None


def pasted(text: str, project: Project, pipeline: Pipeline, *, tr: Translator) -> tuple[Pasted, ...]:
    """Every row that is not empty. Its columns are those its heading names, else those of our table, in order."""
    lines = [(number, line) for number, line in enumerate(_lines(text), start=1) if any(line)]
    columns = _heading(lines[0][1]) if lines else None
    rows = lines[1:] if columns else lines
    return tuple(_pasted(number, line, columns or COLUMNS, project, pipeline, tr=tr) for number, line in rows)


def left(text: str, rows: tuple[Pasted, ...]) -> str:
    """What stays to be put right: the heading, if there is one, and the rows that are not understood."""
    bad = [one.line for one in rows if not one.is_good]
    lines = _lines(text)
    heading = [_joined(lines[0])] if bad and lines and _heading(lines[0]) else []
    return "\n".join([*heading, *bad])


def _lines(text: str) -> list[list[str]]:
    """Excel puts a cell with line breaks in quotes."""
    return [[cell.strip() for cell in line] for line in csv.reader(io.StringIO(text[:LONGEST]), delimiter="\t")]


def _joined(line: list[str]) -> str:
    said = io.StringIO()
    csv.writer(said, delimiter="\t", lineterminator="").writerow(line)
    return said.getvalue()


def _heading(line: list[str]) -> tuple[str, ...] | None:
    """The columns a first row names, in any language; None when it names no stage."""
    words = {_bare(translator(code)(f"grid.{c}")): c for code in languages() for c in COLUMNS}
    named = tuple(words.get(_bare(cell), "") for cell in line)
    return named if "name" in named else None


def _bare(text: str) -> str:
    return text.lower().rstrip(".\u2026,% ")


def _pasted(
    number: int, line: list[str], columns: tuple[str, ...], project: Project, pipeline: Pipeline, *, tr: Translator
) -> Pasted:
    texts = {column: cell for column, cell in zip(columns, line, strict=False) if column and cell}
    name = texts.get("name", "")
    stage = next((s for s in pipeline.stages if name and same_words(s.name, name)), None)
    shown = cells(project, pipeline, stage, tr=tr) if stage else {}
    if stage:
        texts["name"] = stage.name
    read = row(stage.id if stage else None, texts, shown, tr=tr)
    if not name:
        read = Row(None, bad=(Bad("name", ""), *read.bad))
    changes = {c: text for c, text in texts.items() if c in read.values and text != shown.get(c)}
    return Pasted(number, name, _joined(line), read, changes)
