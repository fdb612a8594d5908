"""Documents for Word, as Word lays them out."""

from __future__ import annotations

from io import BytesIO

import docx as word
from docx.shared import Pt

from exports.papers.document import Column, Document, Letterhead, Table, row
from exports.writers import docx


def test_a_table_at_the_end_of_a_full_page_makes_no_empty_one() -> None:
    paper = Document("x", "Протокол", (Table((Column("Кто"),), (row("Собственник"),)),))
    last = word.Document(BytesIO(docx.write((paper,), Letterhead()))).paragraphs[-1]
    assert (last.text, last.paragraph_format.line_spacing) == ("", Pt(1))
