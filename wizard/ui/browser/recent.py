"""The projects opened in this browser, for Start and the desk: drawn from its own memory, unknown to the server."""

from __future__ import annotations

import streamlit as st

from wizard.i18n.translator import Translator
from wizard.ui.browser.source import source

_RECENT = st.components.v2.component(
    "voronka_recent",
    html=source("recent.html"),
    css=source("recent.css"),
    js=source("remembered.js", "address.js", "recent.js"),
)


# The newest ones, on the first screen.
_FIRST = 12


def projects(*, tr: Translator) -> None:
    """Links to projects and a button to strike each off the list; nothing where there is none."""
    _RECENT(key="recent", data={"language": tr.language, "words": _words(tr), "most": _FIRST})


def desk(*, tr: Translator) -> tuple[str, str] | None:
    """All of them, to find and sort; the secret and the name of the one that was just chosen as a model."""
    words = _words(tr) | {"title": tr("desk.all")}
    data = {"language": tr.language, "words": words, "whole": True}
    chosen = _RECENT(key="desk-projects", data=data, on_like_change=lambda: None).like
    match chosen:
        case {"token": str(token), "name": str(name)}:
            return token, name
    return None


def _words(tr: Translator) -> dict[str, str]:
    """Placeholders stay: the browser fills them."""
    return {
        "title": tr("recent.title"),
        "unnamed": tr("recent.unnamed"),
        "opened": tr("recent.opened"),
        "readonly": tr("recent.readonly"),
        "remove": tr("recent.remove"),
        "remove_named": tr("recent.remove_named"),
        "removed": tr("recent.removed"),
        "back": tr("recent.back"),
        "none": tr("desk.none"),
        "found_none": tr("desk.found_none"),
        "search": tr("desk.search"),
        "sort": tr("desk.sort"),
        "at": tr("desk.sort.at"),
        "name": tr("desk.sort.name"),
        "like": tr("desk.like"),
        "like_named": tr("desk.like_named"),
    }
