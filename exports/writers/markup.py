"""Small pieces of HTML; whatever people typed is escaped here and nowhere else."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import NewType

Html = NewType("Html", str)

NOTHING = Html("")


def text(words: str) -> Html:
    """Words of people or of a catalogue, with their line breaks."""
    return Html(html.escape(words).replace("\n", "<br>"))


def tag(name: str, *inside: Html, **attributes: str) -> Html:
    """An element; `class_` is its class, `data_label` its `data-label`."""
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{said}>{''.join(inside)}</{name}>")


def join(parts: Iterable[Html]) -> Html:
    return Html("".join(parts))


def copy(words: str) -> Html:
    """A text to copy: one click selects it whole."""
    return tag("code", text(words))


def tick(label: str, *, done: bool = False) -> Html:
    """A box to tick on the screen or on paper."""
    return Html(f'<input type="checkbox" aria-label="{html.escape(label)}"{" checked" if done else ""}>')


def items(parts: Iterable[Html], *, ordered: bool = False, **attributes: str) -> Html:
    return tag("ol" if ordered else "ul", *(tag("li", part) for part in parts), **attributes)


def table(head: tuple[str, ...], rows: Iterable[tuple[Html, ...]], *, kind: str) -> Html:
    """A table whose rows become cards on a narrow screen: every cell knows its column's title."""
    titles = join(tag("th", text(title), scope="col") for title in head)
    body = join(
        tag("tr", *(tag("td", cell, data_label=title) for title, cell in zip(head, row, strict=True))) for row in rows
    )
    return tag("table", tag("thead", tag("tr", titles)), tag("tbody", body), class_=kind)


def section(title: str, *inside: Html, lead: str = "", **attributes: str) -> Html:
    said = tag("p", text(lead), class_="lead") if lead else NOTHING
    return tag("section", tag("h2", text(title)), said, *inside, **attributes)
