"""An invisible companion of every page: language, address, undo by keys, and which projects were opened here."""

from __future__ import annotations

import time

import streamlit as st

from wizard.ui.browser.source import source

_PAGE = st.components.v2.component("voronka_page", js=source("remembered.js", "page.js"), isolate_styles=False)


def follow(*, language: str, token: str | None, readonly: bool, name: str, forget: tuple[str, ...] = ()) -> None:
    """Tell the browser what this page shows; the projects named in `forget` are struck off its list."""
    _PAGE(
        key="browser.page",
        data={
            "language": language,
            "token": token,
            "readonly": readonly,
            "name": name,
            "forget": forget,
            "run": time.time_ns(),  # the script runs again only when something here differs
        },
    )
