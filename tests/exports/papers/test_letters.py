"""Letters no font has: their numbers are shown, in texts and in pictures, and a page says so."""

from __future__ import annotations

import pytest

from exports.papers.document import Document, Figure, Letterhead, Paragraph, plain
from exports.writers import docx, html, pdf
from exports.writers.letters import shown
from tests.exports.papers.hard import ODD
from tests.exports.papers.reading import docx_text, pdf_text, squeezed

HEAD = Letterhead(company="Чай 茶", note="Цифры.", numbered="Буквы показаны номерами.")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">茶 и чай</text></svg>'


@pytest.mark.parametrize(
    "text",
    [
        ODD,
        "қазақ, ґєї, Тоҷикӣ, Ўзбек",
        "ქართული Հայերեն עברית العربية",
        "Ελληνικά",
        "🇷🇺 👨‍👩‍👧 ❤️",
        "\u202eзамер\u200f\u200b",
    ],
)
def test_what_the_fonts_have_is_left_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_what_they_lack_is_numbered_a_word_at_a_time() -> None:
    assert shown("Чай 中文, ไทย!") == "Чай [U+4E2D U+6587], [U+0E44 U+0E17 U+0E22]!"


def test_a_page_shows_numbers_in_texts_and_pictures_and_says_so() -> None:
    document = Document("x", "Сорт 中", (Paragraph(plain("Лист 文")), Figure(SVG.encode(), alt="Чай")))
    text = pdf_text(pdf.write((document,), HEAD))
    for said in ("Сорт [U+4E2D]", "Лист [U+6587]", "[U+8336] и чай", "Чай [U+8336]", "Цифры. Буквы показаны номерами."):
        assert squeezed(said) in text, said
    assert not set("中文茶") & set(text)


def test_a_page_that_lacks_nothing_says_nothing_of_it() -> None:
    text = pdf_text(pdf.write((Document("x", "Сорт", (Paragraph(plain("Лист")),)),), Letterhead(numbered="Номера.")))
    assert "Номера" not in text


def test_formats_whose_reader_has_fonts_of_their_own_keep_the_letters() -> None:
    documents = (Document("x", "Сорт 中", (Paragraph(plain("Лист 文")),)),)
    assert {"中", "文"} <= set(docx_text(docx.write(documents, HEAD)))
    assert {"中", "文"} <= set(html.write(documents, HEAD).decode())
