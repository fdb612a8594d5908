"""One paper alone, in the format asked for, and its pages to look at."""

from __future__ import annotations

import pytest

from exports import exporter
from exports.exporter import Options
from exports.papers.book import PAPERS
from exports.single import SINGLE, NothingToSayError, preview
from tests.exports.papers.reading import docx_text, pdf_text, squeezed
from tests.samples import russian

TITLE = squeezed("Первичная продажа: как ведём сделку")


def test_every_paper_is_found_in_every_format() -> None:
    assert {paper for paper, _ in SINGLE} == {paper.id for paper in PAPERS}
    assert [exporter(known.id) for known in SINGLE.values()] == list(SINGLE.values())


def test_a_paper_is_written_as_it_is_asked_for() -> None:
    assert TITLE in pdf_text(exporter("memo-pdf").render(russian(), Options()))
    assert TITLE in docx_text(exporter("memo-docx").render(russian(), Options()))
    assert TITLE in squeezed(exporter("memo-html").render(russian(), Options()).decode())


def test_a_preview_is_a_picture_a_page() -> None:
    pages = preview(russian(), Options(), paper="memo", ppi=20)
    assert [page[:4] for page in pages] == [b"\x89PNG"] * len(russian().launched())


def test_a_paper_with_nothing_to_say_says_so() -> None:
    with pytest.raises(NothingToSayError, match="migration_table"):
        exporter("migration-table-docx").render(russian(), Options())
