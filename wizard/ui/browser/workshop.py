"""What a workshop shows: a phone's page, the wall's, and the host's panel; each is one element with data of its own.

What is done in the browser comes back as `sent`: all acts the server has not answered yet, each under its own key.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from wizard.ui.browser.source import source
from wizard.ui.inputs import typed


def _made(name: str, *more: str) -> Any:
    return st.components.v2.component(
        f"voronka_workshop_{name}",
        html=source(f"workshop_{name}.html"),
        css=source(f"workshop_{name}.css"),
        js=source("workshop_parts.js", *more, f"workshop_{name}.js"),
    )


_PHONE, _WALL, _PANEL = _made("phone", "workshop_few.js"), _made("wall"), _made("panel")
KEY = "workshop"


def phone(data: dict[str, Any]) -> Any:
    """A participant's page; gives what was sent."""
    return _PHONE(key=f"{KEY}.phone", data=data, on_sent_change=_nothing).sent


def wall(data: dict[str, Any]) -> None:
    """What the projector shows."""
    _WALL(key=f"{KEY}.wall", data=data)


def panel(data: dict[str, Any]) -> Any:
    """The host's panel; gives what was sent."""
    return _PANEL(key=f"{KEY}.panel", data=data, on_sent_change=_nothing).sent


def sent(name: str) -> Any:
    """What had been sent when this run began; nothing where the element is new to the tab."""
    return typed(f"{KEY}.{name}", {}).get("sent")


def _nothing() -> None:
    """A state is known by its callback only."""
