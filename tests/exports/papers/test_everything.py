"""Every paper in every format holds what it owes of a hard project: fifty pipelines with all that people type."""

from __future__ import annotations

import html as std
import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from exports import checklist_html
from exports.alone import tables
from exports.papers.book import PAPERS, shelf
from exports.papers.document import Document
from exports.papers.matter import Matter
from exports.papers.paper import letterhead
from exports.writers import docx, html, pdf, xlsx
from tests.exports.papers.conftest import OPTIONS
from tests.exports.papers.hard import everything
from tests.exports.papers.reading import docx_text, missing, pdf_text, squeezed
from tests.exports.papers.said import ALL, SAID, said

# All papers of fifty pipelines take longer; two have the same texts, marks and ways.
_NUMBERS = [2, pytest.param(50, marks=pytest.mark.long)]
# Papers of the main pipeline alone say its names; the others say those of every pipeline.
_OF_ONE = {"owner_numbers", "what_if", "test"}


@pytest.fixture(scope="module", params=_NUMBERS)
def matter(request: pytest.FixtureRequest) -> Matter:
    return Matter(everything(request.param), OPTIONS)


def _as_html(documents: tuple[Document, ...], matter: Matter) -> str:
    return _plain(html.write(documents, letterhead(matter)).decode())


def _plain(page: str) -> str:
    return squeezed(std.unescape(re.sub(r"<[^>]+>", " ", page)))


_READ = {
    "pdf": lambda documents, matter: pdf_text(pdf.write(documents, letterhead(matter))),
    "docx": lambda documents, matter: docx_text(docx.write(documents, letterhead(matter))),
    "html": _as_html,
}


def test_what_every_paper_owes_is_written_down() -> None:
    assert {paper.id for paper in PAPERS} == set(SAID) | _OF_ONE


@pytest.mark.parametrize("format_", _READ)
@pytest.mark.parametrize("paper", SAID)
def test_a_paper_holds_what_it_owes_of_every_pipeline(matter: Matter, paper: str, format_: str) -> None:
    text = _READ[format_](shelf(matter, (paper,))[paper], matter)
    assert missing(said(matter.project, *SAID[paper]), text) == []


@pytest.mark.parametrize("format_", _READ)
@pytest.mark.parametrize("paper", sorted(_OF_ONE))
def test_a_paper_of_one_pipeline_names_its_stages(matter: Matter, paper: str, format_: str) -> None:
    text = _READ[format_](shelf(matter, (paper,))[paper], matter)
    main = matter.project.pipelines[0]
    assert missing(iter((main.stage(main.key_stage or "").name,)), text) == []


def test_the_workbook_holds_everything(matter: Matter) -> None:
    book = load_workbook(BytesIO(xlsx.write(tables(matter), letterhead(matter))))
    text = squeezed("".join(str(cell.value or "") for sheet in book for line in sheet.iter_rows() for cell in line))
    assert missing(said(matter.project, *ALL), text) == []


def test_the_page_to_tick_holds_what_the_checklist_owes(matter: Matter) -> None:
    page = checklist_html.render(matter.project, OPTIONS).decode()
    assert missing(said(matter.project, *SAID["checklist"]), _plain(page)) == []
