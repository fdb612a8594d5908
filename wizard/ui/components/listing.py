"""A list whose items are chosen by a click; the chosen one is framed, the primary button stays the page's."""

from __future__ import annotations

import streamlit as st

from wizard.ui.session import Session


def item(
    session: Session, label: str, *, name: str, choice: tuple[str, str], chosen: bool, icon: str | None = None
) -> None:
    """One item; a click remembers `choice`."""
    with st.container(key="chosen" if chosen else f"item-{name}"):
        st.button(label, key=name, on_click=session.choose, args=choice, width="stretch", icon=icon, wrap=True)
