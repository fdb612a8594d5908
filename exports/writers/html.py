"""Documents as one page of HTML that stands alone: to read on the screen, to print, to paste elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from exports.papers.document import Document, Letterhead
from exports.writers.html_blocks import written
from exports.writers.markup import NOTHING, Html, join, tag, text
from exports.writers.own import is_png, own_file

_STYLE = Path(__file__).with_name("paper.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write(documents: Sequence[Document], letterhead: Letterhead, *, title: str = "", own: Path | None = None) -> bytes:
    """The documents one after another; on paper each begins a page."""
    style = own_file(own, "paper.css") or _STYLE.read_bytes()
    head = join(
        (
            Html('<meta charset="utf-8">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", text(title or documents[0].title)),
            tag("style", Html(style.decode().replace("</", "<\\/"))),
        )
    )
    articles = (_article(document, letterhead) for document in documents)
    body = tag("main", _top(letterhead), *articles, tag("footer", text(letterhead.note)))
    page = tag("html", tag("head", head), tag("body", body), lang=letterhead.language)
    return f"<!doctype html>\n{page}\n".encode()


def _top(letterhead: Letterhead) -> Html:
    said = " · ".join(part for part in (letterhead.company, letterhead.date, letterhead.version) if part)
    return tag("header", _logo(letterhead), tag("p", text(said)) if said else NOTHING)


def _logo(letterhead: Letterhead) -> Html:
    if not letterhead.logo:
        return NOTHING
    kind = "png" if is_png(letterhead.logo) else "svg+xml"
    source = f"data:image/{kind};base64,{b64encode(letterhead.logo).decode()}"
    return tag("img", src=source, alt=letterhead.company, class_="logo")


def _article(document: Document, letterhead: Letterhead) -> Html:
    lead = tag("p", text("".join(run.text for run in document.lead)), class_="lead") if document.lead else NOTHING
    return tag(
        "article",
        tag("h1", text(document.title)),
        lead,
        *(written(block) for block in document.blocks),
        class_="landscape" if document.landscape else "portrait",
        lang=letterhead.language,
    )
