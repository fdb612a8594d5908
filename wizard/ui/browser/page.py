"""An invisible companion of every page: language, address, undo by keys, and which projects were opened here.

It also leads the keyboard to the heading of a page that took another's place, and says aloud what a click changed.
"""

from __future__ import annotations

import time
from typing import NamedTuple

import streamlit as st

from wizard.ui import inputs
from wizard.ui.browser.source import source

_PAGE = st.components.v2.component(
    "voronka_page", js=source("remembered.js", "arriving.js", "page.js"), isolate_styles=False
)
_KEY = "browser.page"


class Screen(NamedTuple):
    """What a reader sees: another `name` is another page; one that `asks` is headed by its question.

    `narrow` says how wide it was when last heard of.
    """

    name: str = ""
    asks: bool = False
    narrow: bool = False


_ANY = Screen()


def follow(
    *,
    language: str,
    token: str | None,
    readonly: bool,
    name: str,
    forget: tuple[str, ...] = (),
    screen: Screen = _ANY,
) -> bool:
    """Tell the browser what this page shows; the projects named in `forget` are struck off its list.

    Gives whether the screen is narrow.
    """
    told = inputs.typed(_KEY, {}).get("narrow")
    narrow = screen.narrow if told is None else bool(told)
    _PAGE(
        key=_KEY,
        data={
            "language": language,
            "token": token,
            "readonly": readonly,
            "name": name,
            "forget": forget,
            "screen": screen.name,
            "asks": screen.asks,
            "narrow": narrow,
            "run": time.time_ns(),  # the script runs again only when something here differs
        },
        on_narrow_change=lambda: None,
    )
    return narrow
