"""Widgets bound to the model: each shows what the project holds and commits an edit when changed.

The model is the only truth. A widget's state is set from it before every draw; what the model
refuses stays in the widget as a draft, with the reason under it, until it is put right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import streamlit as st

from wizard.model.project import Project
from wizard.ui.session import current
from wizard.ui.told import UNKNOWN, told


@dataclass(frozen=True)
class Change:
    """The edit a widget commits: its new value is passed as the argument named `to`."""

    edit: Callable[..., Project]
    args: tuple[Any, ...] = ()
    to: str = "value"
    kwargs: dict[str, Any] = field(default_factory=dict)


def key(*parts: str) -> str:
    """A widget's key, from stable ids."""
    return ".".join(parts)


def text(label: str, value: str, *, name: str, change: Change, area: bool = False, **options: Any) -> None:
    """A line (or an area) of text."""
    widget = st.text_area if area else st.text_input
    _bound(widget, label, value, name=name, change=change, **options)


def number(label: str, value: float | None, *, name: str, change: Change, whole: bool = True, **options: Any) -> None:
    """A number, or nothing."""
    shown = None if value is None else (round(value) if whole else float(value))
    step: float = 1 if whole else 0.1
    # Without `value=None` a box that is emptied would hold the smallest number instead of nothing.
    widget = partial(st.number_input, value=None, min_value=0 if whole else 0.0, step=step)
    _bound(widget, label, shown, name=name, change=change, **options)


def nothing_chosen() -> str:
    """What stands where nothing is chosen, or the choice is rubbed out: Streamlit would say it in English."""
    return current().tr("ask.choose")


def choice(
    label: str,
    value: str | None,
    *,
    name: str,
    change: Change,
    options: Sequence[str],
    words: Callable[[str], str],
    **more: Any,
) -> None:
    """One of several, from a list that opens."""
    more = {"placeholder": nothing_chosen(), "format_func": told_apart(options, words), **more}
    _bound(st.selectbox, label, value, name=name, change=change, options=list(options), **more)


def several(
    label: str,
    values: Sequence[str],
    *,
    name: str,
    change: Change,
    options: Sequence[str],
    words: Callable[[str], str],
    **more: Any,
) -> None:
    """Any number of several."""
    _bound(
        st.multiselect,
        label,
        [v for v in values if v in options],
        name=name,
        change=change,
        options=list(options),
        **{"placeholder": nothing_chosen(), "format_func": told_apart(options, words), **more},
    )


def segments(
    label: str,
    value: str | None,
    *,
    name: str,
    change: Change,
    options: Sequence[str],
    words: Callable[[str], str],
    **more: Any,
) -> None:
    """One of a few, all in sight."""
    _bound(
        st.segmented_control,
        label,
        value,
        name=name,
        change=change,
        options=list(options),
        format_func=words,
        required=True,
        **more,
    )


def marks(
    label: str,
    values: Sequence[str],
    *,
    name: str,
    change: Change,
    options: Sequence[str],
    words: Callable[[str], str],
    **more: Any,
) -> None:
    """Any number of a few, all in sight."""
    _bound(
        st.pills,
        label,
        list(values),
        name=name,
        change=change,
        options=list(options),
        format_func=words,
        selection_mode="multi",
        **more,
    )


def toggle(label: str, *, on: bool, name: str, change: Change, **options: Any) -> None:
    _bound(st.toggle, label, on, name=name, change=change, **options)


def begin(name: str, value: str) -> None:
    """What an unbound box holds when it is drawn for the first time."""
    st.session_state.setdefault(name, value)


def show(name: str, value: Any, *, begins: Any = UNKNOWN) -> None:
    """Let a box hold this; `begins` is what it says of itself before the browser has got it."""
    known, state = told(), st.session_state
    # Only then: what is set here replaces what a quick hand is typing into the box meanwhile.
    if name not in state or state[name] != value:
        known.put(name, state.get(name, begins))
        state[name] = value
    elif known.is_lost(name):
        state[name] = value


def initially(widget: Callable[..., Any], value: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    """What a widget begins with in a browser that never got what was put into it, so that it shows the same."""
    if isinstance(widget, partial):  # a number: one that begins with something could not be emptied
        return {}
    if widget is st.selectbox:
        return {"index": options["options"].index(value) if value in options["options"] else None}
    return {"default" if "options" in options else "value": value}


def action(label: str, *, disabled: bool = False, **options: Any) -> bool:
    """A button that changes the project; off where the project is only shown."""
    return st.button(label, disabled=disabled or current().readonly, **options)


def told_apart(options: Sequence[str], words: Callable[[str], str]) -> Callable[[str], str]:
    """Words for each option, no two alike: Streamlit knows an option of a list by its words only."""
    said: dict[str, str] = {}
    for option in options:
        text = plain_words = words(option) or "\u2014"
        number = 1
        while text in said.values():
            number += 1
            text = f"{plain_words} ({number})"
        said[option] = text
    return lambda option: said.get(option, option)


def _bound(widget: Callable[..., Any], label: str, value: Any, *, name: str, change: Change, **options: Any) -> None:
    session = current()
    draft = session.drafts.get(name)
    held = value if draft is None else draft
    begins = initially(widget, held, options)
    show(name, held, begins=UNKNOWN if begins else None)
    options |= begins
    widget(label, key=name, on_change=_commit, args=(name, change), disabled=session.readonly, **options)
    if draft is not None:
        st.error(session.tr("input.refused"), icon=":material/error:")


def _commit(name: str, change: Change) -> None:
    session = current()
    value = st.session_state[name]
    if told().is_stale(name, value):
        return
    if isinstance(value, list):
        value = tuple(value)
    if session.commit(change.edit, *change.args, **{**change.kwargs, change.to: value}):
        session.drafts.pop(name, None)
    elif isinstance(value, str) and not session.held:
        session.drafts[name] = value
        session.notice = ""


def typed(name: str, default: Any = None) -> Any:
    """What an unbound widget of that key holds, for buttons that act on it."""
    return st.session_state.get(name, default)


def close(name: str) -> None:
    """Close a folded part or a menu; only from a callback."""
    st.session_state[name] = False


def unfold(name: str) -> None:
    """Open a folded part before it is drawn."""
    st.session_state[name] = True


def fill(name: str, value: str) -> None:
    """Put a text into an unbound widget; only from a callback, before it is drawn again."""
    st.session_state[name] = value


def clear(*names: str) -> None:
    """Empty unbound widgets; only from a callback, before they are drawn again."""
    for name in names:
        st.session_state[name] = ""
