"""Users' text shown as it is: Streamlit reads labels and texts as Markdown, and names are not Markdown."""

from __future__ import annotations

import html
import re

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$^:])")
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Text with everything Markdown would read as a mark escaped.

    An emoji shortcode is looked for after escapes are gone, so it is broken by an invisible joiner.
    """
    joined = _SHORTCODE.sub(f":{_WORD_JOINER}", text)
    return _MARKS.sub(r"\\\1", joined).replace("\n", " ")


def safe(text: str) -> str:
    """Text for HTML."""
    return html.escape(text, quote=True)
