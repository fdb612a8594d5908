"""One paper alone, in the format asked for, and its pages to look at."""

from __future__ import annotations

import pytest

from exports import exporter
from exports.alone import ALONE, BOOKLETS, NothingToSayError
from exports.exporter import Options
from exports.papers.book import PAPERS
from tests.exports.papers.reading import docx_text, pdf_text, squeezed
from tests.samples import russian

TITLE = squeezed("Первичная продажа: как ведём сделку")


def test_every_paper_is_found_in_every_format() -> None:
    papers = [each for each in BOOKLETS if each.id in {paper.id for paper in PAPERS}]
    wanted = {each.format(suffix) for each in papers for suffix in ("pdf", "docx", "html")}
    assert len(papers) == len(PAPERS)
    assert wanted - {known.id for known in ALONE} == {"checklist-html"}
    assert [exporter(known.id) for known in ALONE] == list(ALONE)


def test_a_paper_is_written_as_it_is_asked_for() -> None:
    assert TITLE in pdf_text(exporter("memo-pdf").render(russian(), Options()))
    assert TITLE in docx_text(exporter("memo-docx").render(russian(), Options()))
    assert TITLE in squeezed(exporter("memo-html").render(russian(), Options()).decode())


def test_a_paper_with_nothing_to_say_says_so() -> None:
    with pytest.raises(NothingToSayError, match="Таблица переноса сделок"):
        exporter("migration-table-docx").render(russian(), Options())
