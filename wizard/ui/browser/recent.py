"""The projects opened in this browser, for the Start screen: drawn there from its own memory, unknown to the server."""

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


def projects(*, tr: Translator) -> None:
    """Links to projects and a button to strike each off the list; nothing where there is none."""
    _RECENT(key="recent", data={"language": tr.language, "words": _words(tr)})


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
    }
