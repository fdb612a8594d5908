"""Lists: of items chosen by a click (the chosen one is framed), and of plain sentences."""

from __future__ import annotations

import streamlit as st

from wizard.ui import style
from wizard.ui.plain import plain
from wizard.ui.session import Session


def item(
    session: Session, label: str, *, name: str, choice: tuple[str, str], chosen: bool, icon: str | None = None
) -> None:
    """One item; a click remembers `choice`."""
    st.button(label, key=name, on_click=session.choose, args=choice, width="stretch", icon=icon, wrap=True)
    if chosen:
        style.choose(name)


def bullets(*sentences: str) -> None:
    """Sentences one under another, as they are."""
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences))
