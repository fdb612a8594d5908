"""A consultant's own templates stand in for ours: the example of docs/papers, and one that is another altogether."""

from __future__ import annotations

import dataclasses
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as word
import pytest
from pypdf import PdfReader

from exports.papers.book import bound, shelf
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.writers import docx, html, pdf
from exports.writers.raster import png
from tests.exports.papers.conftest import OPTIONS
from tests.exports.papers.reading import docx_text, missing, pdf_text, texts_of
from tests.samples import russian

EXAMPLE = Path(__file__).parents[3] / "docs/papers/example"
LOGO = (EXAMPLE / "logo.svg").read_bytes()


def _matter(**options: Any) -> Matter:
    return Matter(russian(), dataclasses.replace(OPTIONS, **options))


def _memo(matter: Matter) -> Any:
    return bound(shelf(matter, ("memo",)), ("memo",))


def test_the_example_says_the_same_in_another_dress() -> None:
    matter = _matter(own=EXAMPLE)
    documents, head = _memo(matter), letterhead(matter)
    data = pdf.write(documents, head, own=EXAMPLE)
    assert missing(texts_of(documents), pdf_text(data)) == []
    pages: Any = PdfReader(BytesIO(data)).pages
    fonts = {str(font["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}
    assert any("Libertinus" in name for name in fonts)
    assert "Georgia" in html.write(documents, head, own=EXAMPLE).decode()


def test_a_document_of_one_s_own_gives_word_its_styles() -> None:
    matter = _matter(own=EXAMPLE)
    documents = _memo(matter)
    data = docx.write(documents, letterhead(matter), own=EXAMPLE)
    assert missing(texts_of(documents), docx_text(data)) == []
    assert word.Document(BytesIO(data)).styles["Heading 1"].font.name == "Georgia"


def test_a_template_of_one_s_own_gets_all_texts_as_data(tmp_path: Path) -> None:
    (tmp_path / "book.typ").write_text('#for paper in json("book.json").documents [= #paper.title]', "utf-8")
    matter = _matter()
    data = pdf.write(_memo(matter), letterhead(matter), own=tmp_path)
    assert PdfReader(BytesIO(data)).pages[0].extract_text().splitlines()[0] == "Первичная продажа: как ведём сделку"


@pytest.mark.parametrize("logo", [png(LOGO), LOGO], ids=["png", "svg"])
def test_a_logo_stands_on_every_page(logo: bytes) -> None:
    matter = _matter(logo=logo)
    documents, head = _memo(matter), letterhead(matter)
    assert pdf.write(documents, head) != pdf.write(documents, dataclasses.replace(head, logo=b""))
    assert 'alt="Мебель и точка"' in html.write(documents, head).decode()
    assert word.Document(BytesIO(docx.write(documents, head))).sections[0].header.part.related_parts
