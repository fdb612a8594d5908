"""One paper alone, in the format asked for."""

from __future__ import annotations

import pytest

from exports import exporter
from exports.alone import ALONE, NothingToSayError
from exports.exporter import Options
from exports.papers.book import PAPERS
from tests.exports.papers.reading import docx_text, pdf_text, squeezed
from tests.samples import russian

TITLE = squeezed("Первичная продажа: как ведём сделку")


def test_every_paper_is_found_for_word_and_as_pdf() -> None:
    wanted = {f"{paper.id}-{kind}" for paper in PAPERS for kind in ("pdf", "docx")}
    assert wanted <= {known.id for known in ALONE}
    assert [exporter(known.id) for known in ALONE] == list(ALONE)


def test_a_paper_is_written_as_it_is_asked_for() -> None:
    assert TITLE in pdf_text(exporter("memo-pdf").render(russian(), Options()))
    assert TITLE in docx_text(exporter("memo-docx").render(russian(), Options()))


def test_a_paper_with_nothing_to_say_says_so() -> None:
    with pytest.raises(NothingToSayError, match=r"paper\.migration_table\.name"):
        exporter("migration_table-docx").render(russian(), Options())
