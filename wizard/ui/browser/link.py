"""A project's link, ready to be copied."""

from __future__ import annotations

import streamlit as st

from wizard.i18n.translator import Translator
from wizard.ui.browser.source import source

_LINK = st.components.v2.component(
    "voronka_link", html=source("link.html"), css=source("link.css"), js=source("address.js", "link.js")
)


def copied(*, token: str, tr: Translator, key: str, name: str = "p", label: str = "") -> None:
    """The full address this secret opens, in the place of that name, with a button that copies it."""
    _LINK(key=key, data={"token": token, "name": name, "words": _words(tr) | ({"label": label} if label else {})})


def copied_text(text: str, *, label: str, tr: Translator, key: str) -> None:
    """Any other address, with the same button."""
    _LINK(key=key, data={"text": text, "words": {**_words(tr), "label": label}})


def _words(tr: Translator) -> dict[str, str]:
    return {
        "label": tr("link.label"),
        "copy": tr("link.copy"),
        "copied": tr("link.copied"),
        "failed": tr("link.failed"),
        "home": tr("link.home"),
    }
