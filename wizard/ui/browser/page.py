"""An invisible companion of every page: language, address, undo by keys, and which projects were opened here.

It also leads the keyboard to the heading of a page that took another's place, and says aloud what a click changed.
"""

from __future__ import annotations

import time

import streamlit as st

from wizard.ui.browser.source import source

_PAGE = st.components.v2.component(
    "voronka_page", js=source("remembered.js", "arriving.js", "page.js"), isolate_styles=False
)


def follow(
    *,
    language: str,
    token: str | None,
    readonly: bool,
    name: str,
    forget: tuple[str, ...] = (),
    screen: str = "",
    asks: bool = False,
) -> None:
    """Tell the browser what this page shows; the projects named in `forget` are struck off its list.

    Another `screen` is another page to its reader; one that `asks` is headed by its question.
    """
    _PAGE(
        key="browser.page",
        data={
            "language": language,
            "token": token,
            "readonly": readonly,
            "name": name,
            "forget": forget,
            "screen": screen,
            "asks": asks,
            "run": time.time_ns(),  # the script runs again only when something here differs
        },
    )
