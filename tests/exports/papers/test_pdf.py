"""The papers as PDF hold all that is in the project, on the pages they are meant to take."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from exports.exporter import Options
from exports.papers.book import READING, bound, shelf
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.writers import pdf
from tests.exports.papers.hard import ODD, fifty, long, odd
from tests.exports.papers.reading import missing, pdf_pages, pdf_text, squeezed, words_of
from tests.samples import english, russian
from wizard.catalog.start import start
from wizard.model.project import Company, Project

DAY = dt.date(2026, 12, 1)
OPTIONS = Options(all_pipelines=True, date=DAY, version="3", launch=DAY)

MEANT = {"funnel_page": 3, "regulation": 2, "memo": 3, "head_page": 1, "owner_numbers": 1, "what_if": 1}


def _written(project: Project, *ids: str) -> bytes:
    matter = Matter(project, OPTIONS)
    wanted = ids or READING
    return pdf.write(bound(shelf(matter, wanted), wanted), letterhead(matter))


@pytest.mark.parametrize("project", [russian(), english(), odd(), long()], ids=["russian", "english", "odd", "long"])
def test_everything_typed_about_a_pipeline_is_read_back(project: Project) -> None:
    text = pdf_text(_written(project))
    for pipeline in project.pipelines:
        assert missing(words_of(project, pipeline), text) == []


def test_a_memo_takes_one_page_a_funnel() -> None:
    pages = pdf_pages(_written(russian(), "memo"))
    assert [page.count("как ведём сделку") for page in pages] == [2, 2, 2], "in the header and in the title"


def test_a_funnel_page_takes_one_page() -> None:
    assert len(pdf_pages(_written(russian(), "funnel_page"))) == len(russian().pipelines)


def test_a_typical_project_takes_the_pages_its_papers_are_meant_to_take() -> None:
    """Three funnels as the wizard makes them; the rules of seven take more."""
    project = start(("first_sale", "customer_support", "refusal_warming"), company=Company(industry="furniture"))
    papers = shelf(Matter(project, OPTIONS), MEANT)
    head = letterhead(Matter(project, OPTIONS))
    assert {paper: len(pdf_pages(pdf.write(documents, head))) for paper, documents in papers.items()} == MEANT


def test_every_page_says_whose_it_is_of_when_and_what_assumptions_are() -> None:
    pages = pdf_pages(_written(russian()))
    for number, page in enumerate(pages, start=1):
        said = squeezed(page)
        assert squeezed("Мебель и точка · 1 декабря 2026 г. · версия 3") in said
        assert squeezed("Цифры с пометкой «допущение» — не ваши данные.") in said
        assert squeezed(f"стр. {number} / {len(pages)}") in said


def test_fifty_pipelines_are_all_there() -> None:
    text = pdf_text(_written(fifty(), "memo"))
    assert [n for n in range(50) if squeezed(f"Воронка {n}") not in text] == []


def test_what_people_typed_is_never_markup_and_an_emoji_is_drawn() -> None:
    data = _written(odd(), "memo")
    assert squeezed(ODD) in pdf_text(data)
    pages: Any = PdfReader(BytesIO(data)).pages
    fonts = {str(font["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}
    assert any("NotoEmoji" in name for name in fonts)
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts), "every font is embedded"


def test_the_same_project_gives_the_same_bytes() -> None:
    assert _written(russian()) == _written(russian())


def test_the_file_says_its_language_and_describes_its_pictures() -> None:
    root: Any = PdfReader(BytesIO(_written(russian(), "funnel_page"))).root_object
    assert root["/Lang"] == "ru"
    assert root["/MarkInfo"]["/Marked"]
