"""The few styles of our own, in `style.css`. Only `.st-key-…` classes of our own keys are touched."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import streamlit as st

Colour = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray"]

# Pixels. Streamlit cuts an element's width down to its row's, so what follows one this wide begins a new row. A
# container of its own for what follows would be one more element of the page, and each costs a click a millisecond.
ROW = 4000
# How one of several things to choose from looks while it is chosen.
CHOSEN = "border: 2px solid #3d7fd9; background: #3d7fd924;"

_NO_CLASS = re.compile(r"[^a-zA-Z0-9_-]")
_QUOTED = str.maketrans({char: f"\\{ord(char):06x}" for char in '"\\<>\n'})
_CSS = Path(__file__).with_name("style.css").read_text("utf-8")
# In one line: every run, Streamlit looks through the lines for an indentation to take away.
_SHEET = " ".join(f"<style>{_CSS}</style>".split())

# Streamlit's words give way to ours; hidden ones are not read aloud, nor is the input behind the button. The button's
# own word stays at no size: a name made by a style alone is none to many tools.
_UPLOAD = """
.stFileUploader section > input { visibility: hidden; }
.stFileUploader section > span button p { font-size: 0; }
.stFileUploader section > div > div > span { display: none; }
.stFileUploader section > span button > div::after { content: %s; font-size: .875rem; }
.stFileUploader section:has(> span button p) > div > div::after { content: %s; font-size: .875rem; opacity: .75; }
"""


def apply() -> None:
    st.html(_SHEET)


def class_of(key: str) -> str:
    """The class Streamlit gives an element with this key."""
    return f"st-key-{_NO_CLASS.sub('-', key)}"


def choose(key: str) -> None:
    """Frame the button of this key as the chosen one."""
    st.html(f"<style>.{class_of(key)} button {{ {CHOSEN} }}</style>")


def upload(button: str, note: str) -> None:
    """What stands on the button of a place for files, and below it, on pages that have one."""
    said = tuple(f'"{words.translate(_QUOTED)}"' for words in (button, note))
    st.html(" ".join(f"<style>{_UPLOAD % said}</style>".split()))
