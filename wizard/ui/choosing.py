"""Widgets of what is no part of the project: each tells a function what was chosen, and nothing can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from wizard.ui import inputs
from wizard.ui.told import told


def pick(
    label: str,
    value: str | None,
    *,
    name: str,
    options: Sequence[str],
    words: Callable[[str], str],
    choose: Callable[[str], None],
    **more: Any,
) -> None:
    """One of several that is no part of the project: `choose` is told what was picked."""
    more = {"placeholder": inputs.nothing_chosen(), **more, "format_func": inputs.told_apart(options, words)}
    loose(st.selectbox, label, value, name=name, choose=choose, options=list(options), **more)


def one_of(
    label: str,
    value: str,
    *,
    name: str,
    options: Sequence[str],
    words: Callable[[str], str],
    choose: Callable[[str], None],
    **more: Any,
) -> None:
    """One of a few, all in sight, that is no part of the project."""
    inputs.show(name, value)
    more |= {"format_func": words, "required": True, "on_change": _chosen, "args": (name, choose)}
    st.segmented_control(label, list(options), key=name, default=value, **more)


def switch(label: str, *, on: bool, name: str, choose: Callable[[bool], None], **more: Any) -> None:
    """On or off, and no part of the project."""
    loose(st.toggle, label, on, name=name, choose=choose, **more)


def day(label: str, value: dt.date | None, *, name: str, choose: Callable[[dt.date | None], None], **more: Any) -> None:
    """A date, or none, that is no part of the project."""
    loose(st.date_input, label, value, name=name, choose=choose, format="DD.MM.YYYY", **more)


def line(label: str, value: str, *, name: str, choose: Callable[[str], None], **more: Any) -> None:
    """A line of text that is no part of the project."""
    loose(st.text_input, label, value, name=name, choose=choose, **more)


def loose(widget: Any, label: str, value: Any, *, name: str, choose: Callable[..., None], **more: Any) -> None:
    """A widget of what is no part of the project: `choose` is told what it holds now."""
    inputs.show(name, value)
    more |= inputs.initially(widget, value, more)
    widget(label, key=name, on_change=_chosen, args=(name, choose), **more)


def _chosen(name: str, choose: Callable[[Any], None]) -> None:
    value = inputs.typed(name)
    if not told().is_stale(name, value):
        choose(value)
