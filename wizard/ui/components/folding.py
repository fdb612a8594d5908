"""Folded parts of a page: what is inside is drawn only while it is open, so that a click stays cheap."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st


@contextmanager
def fold(label: str, *, name: str, icon: str | None = None, expanded: bool = False) -> Iterator[bool]:
    """A part that opens under its label; gives whether it is open."""
    box = st.expander(label, key=name, icon=icon, expanded=expanded, on_change="rerun")
    with box:
        yield bool(box.open)


@contextmanager
def menu(
    label: str, *, name: str, icon: str | None = None, quiet: bool = False, disabled: bool = False
) -> Iterator[bool]:
    """A part that opens over the page; gives whether it is open."""
    kind: Literal["tertiary", "secondary"] = "tertiary" if quiet else "secondary"
    box = st.popover(label, key=name, icon=icon, type=kind, disabled=disabled, on_change="rerun")
    with box:
        yield bool(box.open)
