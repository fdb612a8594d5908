"""Users' text on a page is what they typed: no mark of Markdown, no shortcode, no HTML is left alone."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from wizard.ui.plain import plain, safe

TEXTS = st.one_of(st.text(st.characters(codec="utf-8")), st.text(alphabet="\\`*_{}[]()#+-.!|~<>$^:ab \n", max_size=40))
MARKS = "\\`*_{}[]()#+-!|~<>$^:"
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@given(TEXTS)
def test_every_mark_is_escaped(text: str) -> None:
    rest = ESCAPED.sub("", plain(text))
    assert [mark for mark in MARKS if mark in rest] == []
    assert "\n" not in rest


@given(TEXTS)
def test_nothing_else_is_changed(text: str) -> None:
    read = ESCAPED.sub(r"\1", plain(text)).replace("\u2060", "")
    assert read == text.replace("\n", " ").replace("\u2060", "")


@given(TEXTS)
def test_no_shortcode_is_left(text: str) -> None:
    assert re.search(r":[\w+-]+:", ESCAPED.sub(r"\1", plain(text))) is None


@given(TEXTS)
def test_html_is_text(text: str) -> None:
    assert html.unescape(safe(text)) == html.unescape(html.escape(text))
    assert not set(safe(text)) & set("<>\"'")
